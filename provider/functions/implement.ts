import type * as z from "zod/mini";
import type { Members } from "../contract/members.ts";
import type { InputProblem } from "../errors/argument-error.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { acceptArguments } from "../schema/accept-arguments.ts";

/** Runs a function on inputs as they came. Inputs that cannot be used are an ArgumentError, before anything is sent. */
export type RunFunction = (inputs: Members, lookup: () => Lookup, signal: AbortSignal) => Promise<Members>;

/** Makes a function from its contract: `check` finds problems that inputs have together, `run` takes usable ones. */
export function implement<Inputs extends z.ZodMiniObject, Outputs extends z.ZodMiniObject>(
  contract: { readonly inputs: Inputs; readonly outputs: Outputs },
  check: (inputs: z.output<Inputs>) => readonly InputProblem[],
  run: (inputs: z.output<Inputs>, lookup: Lookup, signal: AbortSignal) => Promise<Partial<z.output<Outputs>>>,
): RunFunction {
  return async (given, lookup, signal) => {
    const inputs = acceptArguments(contract.inputs, given, check);
    return run(inputs, lookup(), signal);
  };
}
