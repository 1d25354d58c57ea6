import { CompShareError } from "./compshare-error.ts";
import type { SeveralMatches, TooMany } from "./several-matches.ts";

/** What is known of matches that are more than are wanted. */
export interface AmbiguousFacts {
  /** A query that has to mean one image means several. */
  readonly several?: SeveralMatches | undefined;
  /** More images match than `maxCount` allows. */
  readonly tooMany?: TooMany | undefined;
}

/** Several images satisfy every filter and nothing says which one is meant, or more do than `maxCount` allows. */
export class ImageAmbiguousError extends CompShareError {
  override name = "ImageAmbiguousError" as const;
  readonly code = "IMAGE_AMBIGUOUS";
  readonly category = "caller";
  readonly facts: AmbiguousFacts;

  constructor(facts: AmbiguousFacts) {
    super("several matches");
    this.facts = facts;
  }
}
