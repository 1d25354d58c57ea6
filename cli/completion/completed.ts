import type { Flag } from "../flags.ts";

/** A flag as completion offers it. */
export interface CompletedFlag {
  readonly name: string;
  readonly short: string | undefined;
  /** What may follow it: nothing, a file, one of these, or anything. */
  readonly value: "none" | "file" | "any" | readonly string[];
  readonly about: string;
}

/** A command as completion offers it. */
export interface CompletedCommand {
  readonly name: string;
  readonly about: string;
  readonly flags: readonly CompletedFlag[];
  /** Words that it takes beside its flags, where they are known. */
  readonly words: readonly string[];
}

/** A flag of a table for completion; `about` is the first sentence of its help. */
export function completedFlag(name: string, flag: Flag, about: string): CompletedFlag {
  const { type, short, choices, value } = flag;
  const kind = type === "boolean" ? "none" : (choices ?? (value === "FILE" ? "file" : "any"));
  return { name, short, value: kind, about: firstSentence(about) };
}

function firstSentence(text: string): string {
  const [first = text] = text.split(/(?<=\.)\s|(?<=。)/);
  return first.replace(/[.。]$/, "");
}
