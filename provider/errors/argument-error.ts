import { CompShareError } from "./compshare-error.ts";

/** A problem with one input. */
export interface InputProblem {
  /** Name of the input; empty where the input's value must not be shown beside the text. */
  readonly property: string;
  readonly reason: string;
}

/** Arguments that cannot be used; one problem for each of them. */
export class ArgumentError extends CompShareError {
  override name = "ArgumentError" as const;
  readonly code = "ARGUMENT_INVALID";
  readonly category = "caller";
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[]) {
    super(problems.map((problem) => problem.reason).join("; "));
    this.problems = problems;
  }

  get facts(): object {
    return { problems: this.problems };
  }
}
