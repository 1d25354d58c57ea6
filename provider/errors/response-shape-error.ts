import { type Category, CompShareError } from "./compshare-error.ts";

/** Every way in which a response can be unlike what CompShare documents. docs/errors.md lists them. */
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

/** In which way a response is unlike what CompShare documents. */
export type ResponseReason = keyof typeof responseReasons;

interface OfAction {
  readonly action: string;
}

interface OfListing {
  /** Images that could be read. */
  readonly read: number;
}

/** What is known of each flaw beside its reason. Of a body never more than its type and size. */
interface ResponseFacts {
  BODY_EMPTY: OfAction;
  BODY_NOT_JSON: OfAction & {
    readonly contentType: string | undefined;
    readonly characters: number;
    /** A page of a portal or proxy may be gone the next time; anything else the gateway would send again. */
    readonly webPage: boolean;
  };
  BODY_TRUNCATED: OfAction & { readonly characters: number };
  BODY_TOO_LARGE: { readonly maxBytes: number };
  BODY_ENCODING: { readonly problem: "compressed" | "notUtf8" | "invalidUtf8" };
  SCHEMA: OfAction &
    (
      | {
          /** `changed`: of another type in every one of many rows. */
          readonly problem: "type" | "notObject" | "changed";
          readonly path: string;
        }
      | { readonly problem: "tooDeep" | "duplicateKey" | "retCode" }
    );
  PAGE_STUCK: OfListing & { readonly total: number };
  PAGE_INCOMPLETE: OfListing & { readonly total: number };
  LISTING_TOO_LARGE: OfListing & { readonly pages: number };
}

/** A reason with what is known of it. */
export type ResponseFlaw = {
  [Reason in ResponseReason]: { readonly reason: Reason } & ResponseFacts[Reason];
}[ResponseReason];

/** The response is not what CompShare documents. The request worked, the data did not: never a part of the data. */
export class ResponseShapeError extends CompShareError {
  override name = "ResponseShapeError" as const;
  readonly code = "RESPONSE_UNEXPECTED";
  readonly category: Category;
  readonly flaw: ResponseFlaw;

  constructor(flaw: ResponseFlaw) {
    super(flaw.reason);
    const final = flaw.reason === "BODY_NOT_JSON" && !flaw.webPage;
    this.category = final ? "internal" : responseReasons[flaw.reason];
    this.flaw = flaw;
  }

  override get reason(): ResponseReason {
    return this.flaw.reason;
  }

  get facts(): object {
    const { reason: _reason, ...facts } = this.flaw;
    return facts;
  }
}
