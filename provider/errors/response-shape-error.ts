import { type Category, CompShareError } from "./compshare-error.ts";

/** Every way in which an answer can be unlike what CompShare documents. docs/errors.md lists them. */
export const responseReasons = {
  BODY_EMPTY: "retryOnce",
  BODY_NOT_JSON: "retryOnce",
  BODY_TRUNCATED: "retryOnce",
  BODY_TOO_LARGE: "internal",
  BODY_ENCODING: "internal",
  SCHEMA: "internal",
  PAGE_STUCK: "internal",
  PAGE_INCOMPLETE: "internal",
  LISTING_TOO_LARGE: "internal",
} as const satisfies Record<string, Category>;

/** In which way an answer is unlike what CompShare documents. */
export type ResponseReason = keyof typeof responseReasons;

/** The answer is not what CompShare documents. The request worked, the data did not: never a partial answer. */
export class ResponseShapeError extends CompShareError {
  override name = "ResponseShapeError" as const;
  readonly code = "RESPONSE_UNEXPECTED";
  readonly category: Category;
  readonly reason: ResponseReason;

  constructor(reason: ResponseReason, message: string, options?: { cause?: unknown; category?: Category }) {
    super(`${reason}: ${message}`, { cause: options?.cause });
    this.reason = reason;
    this.category = options?.category ?? responseReasons[reason];
  }
}
