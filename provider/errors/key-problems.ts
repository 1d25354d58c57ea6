import type { CredentialsSource } from "./compshare-error.ts";

/** What is wrong with keys: their names and where they were looked for, never a value. */
export interface KeyProblems {
  readonly noKeys: { readonly lookedIn: readonly CredentialsSource[] };
  /** The configuration names keys and a profile. */
  readonly keysAndProfile: object;
  /** Names of the key that is there and of the one that is not. */
  readonly halfPair: {
    readonly source: CredentialsSource;
    readonly present: string;
    readonly missing: string;
  };
  /** A key that is empty or holds characters that no key has. */
  readonly unusableKey: { readonly name: string; readonly source: CredentialsSource };
  /** The CompShare CLI's file is not there; its path where that was given. */
  readonly noProfileFile: { readonly path: string | undefined };
  readonly noProfile: { readonly profile: string; readonly known: readonly string[] };
  readonly keyFileUnreadable: { readonly path: string; readonly systemCode: string };
  readonly keyFileBroken: { readonly path: string };
}
