import type { CredentialsSource } from "../errors/compshare-error.ts";
import { ConfigurationError } from "../errors/configuration-error.ts";
import { credentialsSourceText } from "../messages/credentials-source-text.ts";
import { messages } from "../messages/messages.ts";
import { createSecret, type Secret } from "../ucloud/secret.ts";
import { type KeyPair, type PlaceParts, readCompShareProfile, readUCloudFiles } from "./credential-files.ts";

/** The keys of an account, and the place they were found in. */
export interface Credentials {
  readonly publicKey: string;
  readonly privateKey: Secret;
  readonly credentialsSource: CredentialsSource;
  /** What was put right on the way; never a value. */
  readonly notes: readonly string[];
}

/** What the provider's configuration says about keys. */
export interface CredentialSettings {
  readonly publicKey?: string | undefined;
  readonly privateKey?: string | undefined;
  readonly profile?: string | undefined;
  readonly configFile?: string | undefined;
}

interface Place {
  readonly source: CredentialsSource;
  readonly names: readonly [string, string];
  readonly read: () => Promise<KeyPair | undefined>;
}

/** Finds the keys: a pair from one place, first hit wins, never halves of two places. */
export async function findCredentials(settings: CredentialSettings, parts: PlaceParts): Promise<Credentials> {
  const looked: string[] = [];
  for (const place of places(settings, parts)) {
    const pair = await place.read();
    looked.push(credentialsSourceText(place.source));
    if (pair?.publicKey === undefined && pair?.privateKey === undefined) continue;
    return readPair(place, pair);
  }
  throw invalid(messages().inputs.keys.none(looked.join("; ")));
}

function places(settings: CredentialSettings, parts: PlaceParts): readonly Place[] {
  const { environment } = parts;
  const own: KeyPair = { publicKey: settings.publicKey, privateKey: settings.privateKey };
  const profile = settings.profile ?? (environment["COMPSHARE_PROFILE"] || undefined);
  const file = settings.configFile ?? (environment["COMPSHARE_CONFIG_FILE"] || undefined);
  const configuration: Place = {
    source: "configuration",
    names: ["publicKey", "privateKey"],
    read: () => Promise.resolve(own),
  };
  const profileFile: Place = {
    source: profile === undefined ? "currentProfile" : "profile",
    names: ["public_key", "private_key"],
    read: () => readCompShareProfile(parts, profile, file),
  };
  const variables = (prefix: "COMPSHARE" | "UCLOUD"): Place => ({
    source: prefix === "UCLOUD" ? "ucloudEnvironment" : "environment",
    names: [`${prefix}_PUBLIC_KEY`, `${prefix}_PRIVATE_KEY`],
    read: () =>
      Promise.resolve({
        publicKey: environment[`${prefix}_PUBLIC_KEY`] || undefined,
        privateKey: environment[`${prefix}_PRIVATE_KEY`] || undefined,
      }),
  });
  const uCloudFiles: Place = {
    source: "ucloudFiles",
    names: ["public_key", "private_key"],
    read: () => readUCloudFiles(parts),
  };
  if (settings.profile !== undefined || settings.configFile !== undefined) {
    if (own.publicKey !== undefined || own.privateKey !== undefined) {
      throw invalid(messages().inputs.keys.both);
    }
    return [profileFile];
  }
  return [configuration, variables("COMPSHARE"), profileFile, variables("UCLOUD"), uCloudFiles];
}

function readPair(place: Place, pair: KeyPair): Credentials {
  const [publicName, privateName] = place.names;
  if (pair.publicKey === undefined || pair.privateKey === undefined) {
    const [present, missing] =
      pair.publicKey === undefined ? [privateName, publicName] : [publicName, privateName];
    throw invalid(messages().inputs.keys.half(credentialsSourceText(place.source), present, missing));
  }
  const notes: string[] = [];
  const publicKey = cleanKey(pair.publicKey, publicName, place, notes);
  const privateKey = cleanKey(pair.privateKey, privateName, place, notes);
  return { publicKey, privateKey: createSecret(privateKey), credentialsSource: place.source, notes };
}

function cleanKey(value: string, name: string, place: Place, notes: string[]): string {
  const key = value.replace(/^[\s\ufeff"']+|[\s\ufeff"']+$/g, "");
  if (key !== value) notes.push(messages().inputs.keys.cleaned(name, credentialsSourceText(place.source)));
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw invalid(messages().inputs.keys.unusable(name, credentialsSourceText(place.source)));
  }
  return key;
}

function invalid(reason: string): ConfigurationError {
  // No property: the engine would print the rejected value beside it.
  return new ConfigurationError([{ property: "", reason }]);
}
