import type { AmbiguousFacts } from "./image-ambiguous-error.ts";
import type { NotFoundFacts } from "./image-not-found-error.ts";

/** What is wrong with the inputs of a pin, alone or beside others. */
export interface PinProblems {
  /** An image that is given by its ID beside inputs that look for one. */
  readonly queryBesideId: { readonly arguments: readonly string[] };
  /** A policy that moves a pin, beside an ID. */
  readonly policyBesideId: { readonly policy: string };
  readonly policyWithoutVersion: object;
  /** An order for a pin that takes the highest version. */
  readonly orderBesideVersions: object;
  /** The inputs are right, and the image is not there. */
  readonly imageNotFound: NotFoundFacts;
  /** The inputs are right, and several images are meant. */
  readonly imageAmbiguous: AmbiguousFacts;
}
