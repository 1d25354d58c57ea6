import { keyVariables } from "../contract/variables.ts";
import type { CredentialsSource } from "../errors/compshare-error.ts";
import { messages } from "./messages.ts";

/** Where keys were found, as errors and warnings name it. */
export function credentialsSourceText(source: CredentialsSource): string {
  const { keys } = messages().inputs;
  switch (source) {
    case "configuration":
      return keys.configuration;
    case "environment":
    case "ucloudEnvironment":
      return keys.environment(keyVariables[source].publicKey, keyVariables[source].privateKey);
    case "profile":
      return keys.profileFile;
    case "currentProfile":
      return keys.currentProfile;
    case "ucloudFiles":
      return keys.uCloudFiles;
    default:
      return source satisfies never;
  }
}
