import type { Context } from "../context.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Flags } from "../flags.ts";
import type { Localized } from "../localized.ts";

/** A command of the command line. Its name and its one-line summary stand in `summaries.ts`. */
export interface Command<Own extends Flags = Flags> {
  /** What follows its name, for example `[FLAGS]` or `[LABEL…] [FLAGS]`. */
  readonly usage: string;
  /** What it does, a few sentences. */
  readonly help: Localized;
  /** Lines to copy, each a whole command. */
  readonly examples: readonly string[];
  /** Its own flags; the common ones are added, and a flag of its own takes the place of a common one. */
  readonly flags: Own;
  /** How many words it takes beside its flags: `[least, most]`. @default none */
  readonly operands?: readonly [number, number];
  /** Forms of output beside `text` and `json`. @default none */
  readonly formats?: readonly ("markdown" | "github" | "gitlab")[];
  /**
   * Does it. A failure is thrown: a CompShareError, a UsageFailure or a CommandFailure. It gets what `parseArguments`
   * read by the table of these flags.
   */
  run(context: Context<Own>): Promise<ExitCode>;
}

/** Writes a command, so that the types of its flags are known in `run`. */
export function command<const Own extends Flags>(one: Command<Own>): Command<Own> {
  return one;
}
