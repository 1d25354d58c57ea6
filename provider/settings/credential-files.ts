import { join } from "node:path";
import * as z from "zod/mini";
import type { Environment } from "../contract/variables.ts";
import { ConfigurationError } from "../errors/configuration-error.ts";
import type { Problem } from "../errors/input-problem.ts";
import type { KeyProblems } from "../errors/key-problems.ts";
import { systemCode } from "../errors/system-code.ts";
import { cliConfigurationFile, expandHome } from "./cli-configuration-file.ts";

/** Keys as one source holds them; either may be missing. */
export interface KeyPair {
  readonly publicKey: string | undefined;
  readonly privateKey: string | undefined;
}

/** The world that credentials are looked for in. */
export interface CredentialParts {
  readonly environment: Environment;
  /** Home folder; absent where the user has none. */
  readonly home: string | undefined;
  /** Text of a file, or `undefined` if there is none; fails for one that cannot be read. */
  readonly readFile: (path: string) => Promise<string | undefined>;
}

const keys = { public_key: z.optional(z.string()), private_key: z.optional(z.string()) };
const compShareFile = z.object({
  current_profile: z.optional(z.nullable(z.string())),
  profiles: z.optional(z.record(z.string(), z.object(keys))),
});
const uCloudConfig = z.array(z.object({ profile: z.optional(z.string()), active: z.optional(z.boolean()) }));
const uCloudCredentials = z.array(z.object({ ...keys, profile: z.optional(z.string()) }));

/** Keys of a profile of the CompShare CLI; a profile or file that was asked for by name has to exist. */
export async function readCompShareProfile(
  parts: CredentialParts,
  profile: string | undefined,
  file: string | undefined,
): Promise<KeyPair | undefined> {
  const path = file === undefined ? cliConfigurationFile(parts) : expandHome(file, parts.home);
  const content = path === undefined ? undefined : await readJson(parts, path, compShareFile);
  if (content === undefined) {
    if (file === undefined && profile === undefined) return undefined;
    throw unusableKeys({ kind: "noProfileFile", path: file });
  }
  const name = profile ?? content.current_profile ?? "default";
  const found = Object.entries(content.profiles ?? {}).find(([key]) => key === name)?.[1];
  if (found === undefined && profile !== undefined) {
    throw unusableKeys({ kind: "noProfile", profile, known: Object.keys(content.profiles ?? {}) });
  }
  return found && keyPair(found);
}

/** Keys of the active profile of UCloud's own command line. */
export async function readUCloudFiles(parts: CredentialParts): Promise<KeyPair | undefined> {
  if (parts.home === undefined) return undefined;
  const credentials = await readJson(
    parts,
    join(parts.home, ".ucloud", "credential.json"),
    uCloudCredentials,
  );
  if (credentials === undefined) return undefined;
  const config = await readJson(parts, join(parts.home, ".ucloud", "config.json"), uCloudConfig);
  const active = config?.find((entry) => entry.active === true)?.profile;
  const found =
    active === undefined && credentials.length === 1
      ? credentials[0]
      : credentials.find((entry) => entry.profile === (active ?? "default"));
  return found && keyPair(found);
}

function keyPair(found: { public_key?: string | undefined; private_key?: string | undefined }): KeyPair {
  return { publicKey: found.public_key || undefined, privateKey: found.private_key || undefined };
}

async function readJson<Schema extends z.core.$ZodType>(
  parts: CredentialParts,
  path: string,
  schema: Schema,
): Promise<z.output<Schema> | undefined> {
  const content = await readText(parts, path);
  if (content === undefined) return undefined;
  try {
    return z.parse(schema, JSON.parse(content.replace(/^\ufeff/, "")));
  } catch {
    // The parser's own message would quote the file, keys included.
    throw unusableKeys({ kind: "keyFileBroken", path });
  }
}

/** A file that is there but cannot be read is an error: the keys of the next source would be those of another account. */
async function readText(parts: CredentialParts, path: string): Promise<string | undefined> {
  try {
    return await parts.readFile(path);
  } catch (error) {
    throw unusableKeys({ kind: "keyFileUnreadable", path, systemCode: systemCode(error) ?? "EIO" });
  }
}

/** Keys that cannot be used, wherever they come from: none, half a pair, or a file that is missing or broken. */
export function unusableKeys(problem: Problem<keyof KeyProblems>): ConfigurationError {
  return ConfigurationError.ofNoProperty(problem, "keys");
}
