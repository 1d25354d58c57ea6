import { keyVariables } from "../contract/variables.ts";
import type { CredentialsSource } from "../errors/compshare-error.ts";
import { credentialsSourceText } from "../messages/credentials-source-text.ts";
import { messages } from "../messages/messages.ts";
import { createSecret, type Secret } from "../ucloud/secret.ts";
import {
  type CredentialParts,
  type KeyPair,
  readCompShareProfile,
  readUCloudFiles,
  unusableKeys,
} from "./credential-files.ts";
import { environmentOf } from "./environment-of.ts";

/** The keys of an account, and where they were found. */
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

interface KeySource {
  readonly source: CredentialsSource;
  readonly names: readonly [string, string];
  readonly read: () => Promise<KeyPair | undefined>;
}

/** Finds the keys: a pair from one source, first hit wins, never halves of two sources. */
export async function findCredentials(
  settings: CredentialSettings,
  parts: CredentialParts,
): Promise<Credentials> {
  const lookedIn: CredentialsSource[] = [];
  for (const one of sources(settings, parts)) {
    const pair = await one.read();
    lookedIn.push(one.source);
    if (pair?.publicKey === undefined && pair?.privateKey === undefined) continue;
    return readPair(one, pair);
  }
  throw unusableKeys({ kind: "noKeys", lookedIn });
}

function sources(settings: CredentialSettings, parts: CredentialParts): readonly KeySource[] {
  const { environment } = parts;
  const own: KeyPair = { publicKey: settings.publicKey, privateKey: settings.privateKey };
  const profile = settings.profile ?? environmentOf("profile", environment)?.text;
  const file = settings.configFile ?? environmentOf("configFile", environment)?.text;
  const configuration: KeySource = {
    source: "configuration",
    names: ["publicKey", "privateKey"],
    read: () => Promise.resolve(own),
  };
  const profileFile: KeySource = {
    source: profile === undefined ? "currentProfile" : "profile",
    names: ["public_key", "private_key"],
    read: () => readCompShareProfile(parts, profile, file),
  };
  const variables = (source: keyof typeof keyVariables): KeySource => {
    const { publicKey, privateKey } = keyVariables[source];
    return {
      source,
      names: [publicKey, privateKey],
      read: () =>
        Promise.resolve({
          publicKey: environment[publicKey] || undefined,
          privateKey: environment[privateKey] || undefined,
        }),
    };
  };
  const uCloudFiles: KeySource = {
    source: "ucloudFiles",
    names: ["public_key", "private_key"],
    read: () => readUCloudFiles(parts),
  };
  if (settings.profile !== undefined || settings.configFile !== undefined) {
    if (own.publicKey !== undefined || own.privateKey !== undefined)
      throw unusableKeys({ kind: "keysAndProfile" });
    return [profileFile];
  }
  return [configuration, variables("environment"), profileFile, variables("ucloudEnvironment"), uCloudFiles];
}

function readPair({ source, names }: KeySource, pair: KeyPair): Credentials {
  const [publicName, privateName] = names;
  if (pair.publicKey === undefined || pair.privateKey === undefined) {
    const [present, missing] =
      pair.publicKey === undefined ? [privateName, publicName] : [publicName, privateName];
    throw unusableKeys({ kind: "halfPair", source, present, missing });
  }
  const notes: string[] = [];
  const publicKey = cleanKey(pair.publicKey, publicName, source, notes);
  const privateKey = cleanKey(pair.privateKey, privateName, source, notes);
  return { publicKey, privateKey: createSecret(privateKey), credentialsSource: source, notes };
}

function cleanKey(value: string, name: string, source: CredentialsSource, notes: string[]): string {
  const key = value.replace(/^[\s\ufeff"']+|[\s\ufeff"']+$/g, "");
  if (key !== value) notes.push(messages().inputs.keys.cleaned(name, credentialsSourceText(source)));
  if (!/^[\x21-\x7e]+$/.test(key)) throw unusableKeys({ kind: "unusableKey", name, source });
  return key;
}
