import type { FunctionName } from "../../../provider/contract/functions.ts";
import { functionRegistry } from "../../../provider/functions/registry.ts";
import type { Lookup } from "../../../provider/lookup/lookup.ts";

/** Runs a function of the package on inputs as they come from a program. */
export function runFunction(
  name: FunctionName,
  inputs: Readonly<Record<string, unknown>>,
  lookup: () => Lookup,
  signal: AbortSignal,
): Promise<Readonly<Record<string, unknown>>> {
  const run = functionRegistry.get(name);
  if (run === undefined) throw new Error(`${name} is not registered`);
  return run(inputs, lookup, signal);
}
