import type { CallProblems } from "./call-problems.ts";
import type { CatalogFileProblems } from "./catalog-file-problems.ts";
import type { KeyProblems } from "./key-problems.ts";
import type { PinProblems } from "./pin-problems.ts";
import type { FilterProblems, QueryProblems } from "./query-problems.ts";
import type { SettingsProblems } from "./settings-problems.ts";
import type { ValueProblems } from "./value-problems.ts";

/** The facts of every kind of problem, by its kind. */
export type ProblemFacts = ValueProblems &
  QueryProblems &
  FilterProblems &
  PinProblems &
  CallProblems &
  SettingsProblems &
  KeyProblems &
  CatalogFileProblems;

/** What kind of problem it is; it stays the same from version to version. */
export type ProblemKind = keyof ProblemFacts;

/** A problem in facts; problem-text.ts in messages makes the text of it. */
export type Problem<Kind extends ProblemKind = ProblemKind> = {
  readonly [One in Kind]: { readonly kind: One } & ProblemFacts[One];
}[Kind];

export interface InputProblem {
  /** Path of the input; empty where the problem is of no single one. */
  readonly property: string;
  /** Whether its value may be a secret. The engine prints the value of a property beside the text. */
  readonly hidden?: true;
  readonly problem: Problem;
}

/** For developers: which inputs, and what kinds of problems. */
export function problemSummary(problems: readonly InputProblem[]): string {
  return problems
    .map(({ property, problem: { kind } }) => (property === "" ? kind : `${property}: ${kind}`))
    .join("; ");
}
