import { ArgumentError } from "../../../provider/errors/argument-error.ts";
import type { Problem, ProblemKind } from "../../../provider/errors/input-problem.ts";
import { errorMessage } from "../../../provider/messages/error-text.ts";
import { type Language, setLanguage } from "../../../provider/messages/messages.ts";

/** A problem, with the line that people read of it. */
export interface ProblemSample<Kind extends ProblemKind> {
  readonly property?: string;
  readonly problem: Problem<Kind>;
  readonly en: string;
  readonly zh: string;
}

/** The line of a problem in a language, which stays chosen. */
function problemIn(language: Language, property: string, problem: Problem): string {
  setLanguage(language);
  return errorMessage(new ArgumentError([{ property, problem }]));
}

/** A problem's text in both languages. */
export function problemInBoth(
  property: string,
  problem: Problem,
): { readonly en: string; readonly zh: string } {
  return { en: problemIn("en", property, problem), zh: problemIn("zh", property, problem) };
}
