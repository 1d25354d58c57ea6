import { CompShareError } from "./compshare-error.ts";
import type { NoId, NoMatch, NotListed, TooFew } from "./no-match.ts";

/** What is known of images that are not there. */
export interface NotFoundFacts {
  /** Fewer images match than `minCount` asks for. */
  readonly tooFew?: TooFew | undefined;
  /** No image matches. */
  readonly noMatch?: NoMatch | undefined;
  /** No image has an ID that was given by hand. */
  readonly noId?: NoId | undefined;
  /** A catalogue file does not have an ID. */
  readonly notListed?: NotListed | undefined;
  /** The catalogue file that was read in place of CompShare's listings. */
  readonly file?: Pick<NotListed, "path" | "takenAt"> | undefined;
}

/** No image satisfies every filter, or fewer do than `minCount` asks for. */
export class ImageNotFoundError extends CompShareError {
  override name = "ImageNotFoundError" as const;
  readonly code = "IMAGE_NOT_FOUND";
  readonly category = "caller";
  readonly facts: NotFoundFacts;

  constructor(facts: NotFoundFacts) {
    super("no match");
    this.facts = facts;
  }
}
