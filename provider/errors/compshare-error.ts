/**
 * What a caller can do about an error. Retrying reads nothing but this.
 * `transient` may pass by itself, `throttled` too but needs a longer wait, `retryOnce` is worth one retry;
 * `caller` needs another input, `access` other keys or rights, `internal` a fix in this plugin, `cancelled` was asked for.
 */
export type Category =
  | "transient"
  | "throttled"
  | "retryOnce"
  | "caller"
  | "access"
  | "internal"
  | "cancelled";

/** Every code that an error of the plugin can carry, with what it means. docs/errors.md lists exactly these. */
export const errorCodes = {
  CONFIGURATION_INVALID: "The provider's configuration or the credentials cannot be used.",
  ARGUMENT_INVALID: "An argument of a function cannot be used.",
  IMAGE_NOT_FOUND: "No image satisfies every filter.",
  IMAGE_AMBIGUOUS: "Several images satisfy every filter, and nothing says which one is meant.",
  API_REFUSED: "CompShare responded with a RetCode other than 0.",
  TRANSPORT_FAILED: "No usable HTTP response came back.",
  RESPONSE_UNEXPECTED: "The response is not what CompShare documents, or a listing could not be completed.",
  CANCELLED: "The engine or the user stopped the call.",
} as const;

/** A code of the taxonomy; it stays the same from version to version. */
export type ErrorCode = keyof typeof errorCodes;

/** Where a pair of keys was found. */
export type CredentialsSource =
  | "configuration"
  | "environment"
  | "profile"
  | "currentProfile"
  | "ucloudEnvironment"
  | "ucloudFiles";

/** How hard a call was tried before it was given up. */
export interface AttemptSummary {
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly elapsedMs: number;
  /** Where the keys come from; of calls that lack access alone. */
  readonly credentialsSource: CredentialsSource | undefined;
  /** It would have been retried if the calls of the process had not used up their retries. */
  readonly quotaSpent: boolean;
}

/**
 * Base of all errors of the plugin. They carry facts; what people read is made of them in messages, in the language
 * that was chosen. Facts never hold a key, a signature or a response body, and `message` is a short text for developers.
 */
export abstract class CompShareError extends Error {
  abstract readonly code: ErrorCode;
  abstract readonly category: Category;
  /** What is known beside code, reason and category. */
  abstract readonly facts: object;
  /** How long the server asked to be left alone, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** The client fills it in when it gives up. */
  attemptSummary: AttemptSummary | undefined;

  /** Which of the ways that its code stands for, where there are several; it stays the same from version to version. */
  get reason(): string | undefined {
    return undefined;
  }
}
