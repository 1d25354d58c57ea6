import type { CredentialsSource } from "../errors/compshare-error.ts";
import { messages } from "./messages.ts";

/** Where keys were found, as errors and warnings name it. */
export function credentialsSourceText(source: CredentialsSource): string {
  const { keys } = messages().inputs;
  switch (source) {
    case "configuration":
      return keys.configuration;
    case "environment":
      return keys.environment("COMPSHARE_PUBLIC_KEY", "COMPSHARE_PRIVATE_KEY");
    case "profile":
      return keys.profileFile;
    case "currentProfile":
      return keys.currentProfile;
    case "ucloudEnvironment":
      return keys.environment("UCLOUD_PUBLIC_KEY", "UCLOUD_PRIVATE_KEY");
    case "ucloudFiles":
      return keys.uCloudFiles;
    default:
      return source satisfies never;
  }
}
