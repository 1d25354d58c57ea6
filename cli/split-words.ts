import { commonFlags } from "./flags.ts";

/** The words of a command line, taken apart at its command. */
export interface SplitWords {
  /** Flags in front of the command. */
  readonly front: readonly string[];
  readonly name: string | undefined;
  readonly rest: readonly string[];
}

const withValue = new Set(
  Object.entries(commonFlags).flatMap(([name, flag]) =>
    flag.type === "boolean" ? [] : [`--${name}`, ...("short" in flag ? [`-${flag.short}`] : [])],
  ),
);

/** Finds the command: the first word that is neither a flag nor the value of a common one. */
export function splitWords(words: readonly string[]): SplitWords {
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (!word.startsWith("-") || word === "-")
      return { front: words.slice(0, index), name: word, rest: words.slice(index + 1) };
    if (withValue.has(word)) index += 1;
  }
  return { front: words, name: undefined, rest: [] };
}
