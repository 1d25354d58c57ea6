import type * as z from "zod/mini";
import { exclusiveArguments } from "../contract/query.ts";
import { ArgumentError } from "../errors/argument-error.ts";
import type { InputProblem } from "../errors/input-problem.ts";
import { parseInputs } from "./parse-inputs.ts";

/** Arguments read by their contract; `check` finds problems that they have together. Any problem is an ArgumentError. */
export function acceptArguments<Schema extends z.ZodMiniObject>(
  schema: Schema,
  given: Readonly<Record<string, unknown>>,
  check: (inputs: z.output<Schema>) => readonly InputProblem[],
): z.output<Schema> {
  const parsed = parseInputs(schema, given, "argument", exclusiveArguments);
  if (parsed.problems !== undefined) throw new ArgumentError(parsed.problems);
  const problems = check(parsed.value);
  if (problems.length > 0) throw new ArgumentError(problems);
  return parsed.value;
}
