import type { ScopeArguments } from "../contract/query.ts";
import type { Catalogue } from "../images/catalogue.ts";

/** What a function may use. */
export interface FunctionContext {
  readonly catalogue: Catalogue;
  /** Where the provider's configuration looks. */
  readonly scope: ScopeArguments;
  /** Waits until it is this call's turn to compute, so that many calls at once do not stall the event loop. */
  readonly turn: () => Promise<void>;
  /** Tells the user, on the terminal, what a careful reader should know about an answer. */
  readonly warn: (text: string) => void;
}

/** A function of the package: usable inputs in, outputs or an error out. */
export type Run<Inputs, Outputs> = (
  inputs: Inputs,
  context: FunctionContext,
  signal: AbortSignal,
) => Promise<Outputs>;
