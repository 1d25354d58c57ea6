import type { InputProblem } from "./argument-error.ts";
import { CompShareError } from "./compshare-error.ts";

/** A configuration that cannot be used, or credentials that are missing or incomplete. */
export class ConfigurationError extends CompShareError {
  override name = "ConfigurationError" as const;
  readonly code = "CONFIGURATION_INVALID";
  readonly category = "access";
  readonly problems: readonly InputProblem[];
  /** What cannot be used. */
  readonly subject: "settings" | "keys" | "catalogFile";

  constructor(problems: readonly InputProblem[], subject: ConfigurationError["subject"] = "settings") {
    super(problems.map((problem) => problem.reason).join("; "));
    this.problems = problems;
    this.subject = subject;
  }

  /** Of no single property: the engine would print the rejected value of one, which may be a key, beside the text. */
  static ofNoProperty(reason: string, subject?: ConfigurationError["subject"]): ConfigurationError {
    return new ConfigurationError([{ property: "", reason }], subject);
  }

  get facts(): object {
    return { problems: this.problems };
  }
}
