import type { Command } from "./commands/command.ts";
import { commonFlags, type Flags, type Format } from "./flags.ts";

/** The forms of output that a command has. */
export function formatsOf({ formats = [] }: Pick<Command, "formats">): readonly Format[] {
  return ["text", "json", ...formats];
}

/** The flags of every command, as one command has them: `--format` with the forms of its output. */
export function commonFlagsOf(command: Pick<Command, "formats">): Flags {
  return { ...commonFlags, format: { ...commonFlags.format, choices: formatsOf(command) } };
}
