import { CompShareError } from "./compshare-error.ts";
import { type InputProblem, problemSummary } from "./input-problem.ts";

/** Arguments that cannot be used; one problem for each of them. */
export class ArgumentError extends CompShareError {
  override name = "ArgumentError" as const;
  readonly code = "ARGUMENT_INVALID";
  readonly category = "caller";
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[]) {
    super(problemSummary(problems));
    this.problems = problems;
  }

  get facts(): object {
    return { problems: this.problems };
  }
}
