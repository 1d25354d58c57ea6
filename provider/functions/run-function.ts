import { type FunctionName, functions } from "../contract/functions.ts";
import { exclusiveArguments } from "../contract/query.ts";
import { ArgumentError, type InputProblem } from "../errors/argument-error.ts";
import { queryProblems } from "../lookup/query-problems.ts";
import { parseInputs } from "../schema/parse-inputs.ts";
import type { FunctionContext, Run } from "./context.ts";
import { getCompShareImage } from "./get-comp-share-image.ts";
import { getCompShareImageTags } from "./get-comp-share-image-tags.ts";
import { getCompShareImages } from "./get-comp-share-images.ts";

type AnyRun = Run<never, Readonly<Record<string, unknown>>>;

const implementations: { readonly [Name in FunctionName]: AnyRun } = {
  getCompShareImage,
  getCompShareImages,
  getCompShareImageTags,
};

/** Whether the package has a function of this name. */
export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(functions, name);
}

/** Runs a function on inputs as they came. Unusable inputs are an ArgumentError, before anything is sent. */
export async function runFunction(
  name: FunctionName,
  inputs: Readonly<Record<string, unknown>>,
  context: () => Promise<FunctionContext>,
  signal: AbortSignal,
): Promise<Readonly<Record<string, unknown>>> {
  const parsed = parseInputs(functions[name].inputs, inputs, "argument", exclusiveArguments);
  const problems: readonly InputProblem[] =
    parsed.problems ?? queryProblems(parsed.value, name === "getCompShareImage");
  if (parsed.problems !== undefined || problems.length > 0) throw new ArgumentError(problems);
  // The contract's schema of this name has produced the value, so it is what the implementation of this name takes.
  return implementations[name](parsed.value as never, await context(), signal);
}
