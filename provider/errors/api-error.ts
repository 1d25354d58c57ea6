import { type Category, CompShareError } from "./compshare-error.ts";
import { plainText } from "./plain-text.ts";
import { texts } from "./texts.ts";
import { waitAsked } from "./wait-asked.ts";

/** What is known of a refusal. */
export interface ApiRefusal {
  readonly action: string;
  readonly retCode: number;
  /** The server's own words, as received. */
  readonly message: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly category: Category;
  /** Parameter that the refusal names, by its wire name. */
  readonly parameter: string | undefined;
  /** What to do about it. */
  readonly hint: string;
}

/** CompShare answered, and the answer is a refusal. */
export class ApiError extends CompShareError {
  override name = "ApiError" as const;
  readonly code = "API_REFUSED";
  readonly category: Category;
  readonly retCode: number;
  readonly requestId: string | undefined;
  readonly parameter: string | undefined;
  override readonly retryAfterMs: number | undefined;

  constructor(refusal: ApiRefusal) {
    const { action, retCode, retryAfterMs, hint } = refusal;
    const words = plainText(refusal.message ?? "");
    const request = plainText(refusal.requestId ?? "", 80);
    super(texts().gateway.refused(action, retCode, words, waitAsked(retryAfterMs), request, hint));
    this.category = refusal.category;
    this.retCode = retCode;
    this.requestId = refusal.requestId;
    this.parameter = refusal.parameter;
    this.retryAfterMs = retryAfterMs;
  }
}
