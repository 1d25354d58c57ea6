import type * as z from "zod/mini";
import { exclusiveArguments } from "../contract/query.ts";
import { ArgumentError, type InputProblem } from "../errors/argument-error.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { parseInputs } from "../schema/parse-inputs.ts";

/** Runs a function on inputs as they came. Inputs that cannot be used are an ArgumentError, before anything is sent. */
export type RunFunction = (
  inputs: Readonly<Record<string, unknown>>,
  lookup: () => Lookup,
  signal: AbortSignal,
) => Promise<Readonly<Record<string, unknown>>>;

/** Makes a function from its contract: `check` finds problems that inputs have together, `run` takes usable ones. */
export function implement<Inputs extends z.ZodMiniObject, Outputs extends z.ZodMiniObject>(
  contract: { readonly inputs: Inputs; readonly outputs: Outputs },
  check: (inputs: z.output<Inputs>) => readonly InputProblem[],
  run: (inputs: z.output<Inputs>, lookup: Lookup, signal: AbortSignal) => Promise<Partial<z.output<Outputs>>>,
): RunFunction {
  return async (given, lookup, signal) => {
    const parsed = parseInputs(contract.inputs, given, "argument", exclusiveArguments);
    if (parsed.problems !== undefined) throw new ArgumentError(parsed.problems);
    const problems = check(parsed.value);
    if (problems.length > 0) throw new ArgumentError(problems);
    return run(parsed.value, lookup(), signal);
  };
}
