import type { Catalogue } from "../listings/catalogue.ts";
import type { ConfiguredScope } from "../listings/scope.ts";

/** An opened lookup: where images are read from, and how the user is told of what is worth knowing. */
export interface Lookup {
  readonly catalogue: Catalogue;
  /** Where the provider's configuration looks. */
  readonly scope: ConfiguredScope;
  /** Lets everything else go first, so that many lookups at once do not stall the event loop. */
  readonly yieldToEventLoop: () => Promise<void>;
  /** Warns the user; about a resource, if its URN is given. */
  readonly warn: (text: string, urn?: string) => void;
  /** Tells the user something that is no warning. */
  readonly inform: (text: string, urn?: string) => void;
}
