import { CompShareError } from "./compshare-error.ts";
import { type InputProblem, type Problem, problemSummary } from "./input-problem.ts";

/** A configuration that cannot be used, or credentials that are missing or incomplete. */
export class ConfigurationError extends CompShareError {
  override name = "ConfigurationError" as const;
  readonly code = "CONFIGURATION_INVALID";
  readonly category = "access";
  readonly problems: readonly InputProblem[];
  /** What cannot be used. */
  readonly subject: "settings" | "keys" | "catalogFile";

  constructor(problems: readonly InputProblem[], subject: ConfigurationError["subject"] = "settings") {
    super(problemSummary(problems));
    this.problems = problems;
    this.subject = subject;
  }

  /** Of no single property: the engine would print the rejected value of one, which may be a key, beside the text. */
  static ofNoProperty(problem: Problem, subject?: ConfigurationError["subject"]): ConfigurationError {
    return new ConfigurationError([{ property: "", problem }], subject);
  }

  get facts(): object {
    return { problems: this.problems };
  }
}
