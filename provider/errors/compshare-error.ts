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
  API_REFUSED: "CompShare answered with a RetCode other than 0.",
  TRANSPORT_FAILED: "No usable HTTP answer came back.",
  RESPONSE_UNEXPECTED: "The answer is not what CompShare documents, or a listing could not be completed.",
  CANCELLED: "The engine or the user stopped the call.",
} as const;

/** A code of the taxonomy; it stays the same from version to version. */
export type ErrorCode = keyof typeof errorCodes;

/** Base of all errors of the plugin. Messages never hold a key, a signature or a response body. */
export abstract class CompShareError extends Error {
  abstract readonly code: ErrorCode;
  abstract readonly category: Category;
  /** How long the server asked to be left alone, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** How often and how long it was tried; the client fills it in when it gives up. */
  attemptSummary: string | undefined;
}
