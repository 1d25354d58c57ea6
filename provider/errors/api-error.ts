import { type Category, CompShareError } from "./compshare-error.ts";

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
  readonly refusal: ApiRefusal;
  override readonly retryAfterMs: number | undefined;

  constructor(refusal: ApiRefusal) {
    super(`RetCode ${refusal.retCode}`);
    this.category = refusal.category;
    this.refusal = refusal;
    this.retryAfterMs = refusal.retryAfterMs;
  }

  get retCode(): number {
    return this.refusal.retCode;
  }

  get requestId(): string | undefined {
    return this.refusal.requestId;
  }

  get parameter(): string | undefined {
    return this.refusal.parameter;
  }
}
