import type { ScopeArguments } from "../contract/query.ts";
import type { Catalogue } from "../images/catalogue.ts";

/** What a function may use. */
export interface FunctionContext {
  readonly catalogue: Catalogue;
  /** Where the provider's configuration looks. */
  readonly scope: ScopeArguments;
}

/** A function of the package: usable inputs in, outputs or an error out. */
export type Run<Inputs, Outputs> = (
  inputs: Inputs,
  context: FunctionContext,
  signal: AbortSignal,
) => Promise<Outputs>;
