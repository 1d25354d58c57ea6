import type { Localized } from "./localized.ts";

/** Words on the command line that cannot be used: exit code 2. */
export class UsageFailure extends Error {
  override readonly name = "UsageFailure";
  readonly text: Localized;

  constructor(text: Localized) {
    super(text.en);
    this.text = text;
  }
}

/** A command that cannot do what it was asked, such as a file that is not there: exit code 1. */
export class CommandFailure extends Error {
  override readonly name = "CommandFailure";
  readonly text: Localized;

  constructor(text: Localized) {
    super(text.en);
    this.text = text;
  }
}
