import { type Category, CompShareError } from "./compshare-error.ts";

/** What a user can do about a refusal. The words for it stand in messages. */
export type Hint =
  | "wait"
  | "timedOut"
  | "throttled"
  | "report"
  | "keys"
  | "unknownPublicKey"
  | "unknownToken"
  | "missing"
  | "outOfRange"
  | "notAvailable"
  | "badForm"
  | "noPermission"
  | "project"
  | "zonePermission"
  | "address"
  | "lock"
  | "policy"
  | "verify"
  | "realName"
  | "noImage"
  | "tooFar"
  | "unknown";

/** What a RetCode means. */
export interface RetCodeMeaning {
  readonly category: Category;
  readonly hint: Hint;
  /** The keys are refused, whatever is asked, so that asking for something else is pointless. */
  readonly refusesKeys: boolean;
  /** There is no image of the ID, or none that this account may see. */
  readonly noSuchImage: boolean;
  /** Parameter that the refusal names, by its wire name. */
  readonly parameter: string | undefined;
  /** The argument or configuration key that the parameter comes from, if it comes from one. */
  readonly argument: string | undefined;
}

/** Where a value came from: an argument of the call, a pin's state, a key of the provider's configuration, a variable, or the default. */
export interface Origin {
  readonly kind: "argument" | "pin" | "configuration" | "environment" | "default";
  readonly name: string;
}

/** A value that CompShare refused. */
export interface RefusedValue {
  readonly value: string;
  readonly origin: Origin;
  /** The known value that is closest to it. */
  readonly closest: string | undefined;
  /** All known values; none where they differ from account to account. */
  readonly known: readonly string[];
}

/** What is known of a refusal. */
export interface ApiRefusal {
  readonly action: string;
  readonly retCode: number;
  /** The server's own words, as received. */
  readonly message: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly meaning: RetCodeMeaning;
  /** The value of the argument that the refusal is about, where that is a place. */
  readonly given?: RefusedValue | undefined;
}

/** CompShare responded, and the response is a refusal. */
export class ApiError extends CompShareError {
  override name = "ApiError" as const;
  readonly code = "API_REFUSED";
  readonly category: Category;
  readonly refusal: ApiRefusal;
  override readonly retryAfterMs: number | undefined;

  constructor(refusal: ApiRefusal) {
    super(`RetCode ${refusal.retCode}`);
    this.category = refusal.meaning.category;
    this.refusal = refusal;
    this.retryAfterMs = refusal.retryAfterMs;
  }

  get retCode(): number {
    return this.refusal.retCode;
  }

  get requestId(): string | undefined {
    return this.refusal.requestId;
  }

  get meaning(): RetCodeMeaning {
    return this.refusal.meaning;
  }

  get facts(): object {
    const { meaning, ...facts } = this.refusal;
    const { parameter, argument, refusesKeys, noSuchImage } = meaning;
    return { ...facts, parameter, argument, refusesKeys, noSuchImage };
  }
}
