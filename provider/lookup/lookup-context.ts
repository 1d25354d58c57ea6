import type { ScopeArguments } from "../contract/query.ts";
import type { Catalogue } from "../listings/catalogue.ts";

/** What functions and resources may use. */
export interface LookupContext {
  readonly catalogue: Catalogue;
  /** Where the provider's configuration looks. */
  readonly scope: ScopeArguments;
  /** Waits until it is this call's turn to compute, so that many calls at once do not stall the event loop. */
  readonly yieldToEventLoop: () => Promise<void>;
  /** Tells the user, on the terminal, what a careful reader should know about an answer; about a resource, if it is given. */
  readonly warn: (text: string, urn?: string) => void;
  /** Tells the user something that is no warning. */
  readonly inform: (text: string, urn?: string) => void;
}
