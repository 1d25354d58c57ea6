import type { InputProblem, Problem, ProblemFacts, ProblemKind } from "../errors/input-problem.ts";
import { callProblemTexts } from "./call-problem-text.ts";
import { catalogFileProblemTexts } from "./catalog-file-problem-text.ts";
import { pinProblemTexts } from "./pin-problem-text.ts";
import { filterProblemTexts, queryProblemTexts } from "./query-problem-text.ts";
import { keyProblemTexts, settingsProblemTexts } from "./settings-problem-text.ts";
import type { ProblemTexts } from "./texts-by-kind.ts";
import { valueProblemTexts } from "./value-problem-text.ts";

/** A problem as people read it. */
export interface ShownProblem {
  /** Path of the input whose value may be shown beside the text; empty where none may. */
  readonly property: string;
  readonly reason: string;
}

/** A problem as people read it, in the language of the process. */
export function shownProblem({ property, hidden, problem }: InputProblem): ShownProblem {
  return { property: hidden === true ? "" : property, reason: textOf(problem, property) };
}

/** The texts of several problems in one line. */
export function problemsText(problems: readonly InputProblem[]): string {
  return problems.map((problem) => shownProblem(problem).reason).join("; ");
}

/** Whoever asks may run into these; into those of pins and of calls only the engine. */
const anybodysTexts = {
  ...valueProblemTexts,
  ...queryProblemTexts,
  ...filterProblemTexts,
  ...settingsProblemTexts,
  ...keyProblemTexts,
  ...catalogFileProblemTexts,
};

const texts: ProblemTexts<ProblemFacts> = { ...anybodysTexts, ...pinProblemTexts, ...callProblemTexts };

/** Every kind of problem that the command line can run into. */
export const problemKinds: readonly string[] = Object.keys(anybodysTexts);

function textOf<Kind extends ProblemKind>(problem: Problem<Kind>, property: string): string {
  return texts[problem.kind](problem, property);
}
