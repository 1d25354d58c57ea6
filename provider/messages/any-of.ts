import { joinWords } from "./join-words.ts";
import { code } from "./plain-text.ts";

/** Arguments of which one is enough, in each language: `a`, `b` or `c`. */
export const anyOf = {
  en: (names: readonly string[]): string => joinWords(names.map(code), ", ", " or "),
  zh: (names: readonly string[]): string => joinWords(names.map(code), "、", " 或 "),
};
