import type { LookupContext } from "../lookup/lookup-context.ts";

/** What a function may use. */
export type FunctionContext = LookupContext;

/** A function of the package: usable inputs in, outputs or an error out. */
export type Run<Inputs, Outputs> = (
  inputs: Inputs,
  context: FunctionContext,
  signal: AbortSignal,
) => Promise<Outputs>;
