import { inspect } from "node:util";
import { ArgumentError } from "../../provider/errors/argument-error.ts";
import { ConfigurationError } from "../../provider/errors/configuration-error.ts";
import type { InputProblem } from "../../provider/errors/input-problem.ts";
import { type ShownProblem, shownProblem } from "../../provider/messages/problem-text.ts";

interface WithProblems {
  readonly problems?: readonly InputProblem[] | undefined;
}

/** What parsing or a check gives, its problems as people read them. */
export function shown<Result extends WithProblems>(
  result: Result,
): Omit<Result, "problems"> & { readonly problems?: readonly ShownProblem[] } {
  const { problems, ...others } = result;
  return problems === undefined ? others : { ...others, problems: problems.map(shownProblem) };
}

/** The problems of an error as people read them. */
export function problemsOf(error: unknown): readonly ShownProblem[] {
  if (error instanceof ArgumentError || error instanceof ConfigurationError)
    return error.problems.map(shownProblem);
  throw new Error(`an error without problems: ${inspect(error)}`);
}
