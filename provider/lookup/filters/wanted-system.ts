import { type Range, rangeTest } from "../versions/range.ts";
import { isRangeCharacter, readRange } from "../versions/read-range.ts";
import { remembering } from "../versions/remember.ts";
import { isDigits, isHan, isLetters, isOneOf, type Tokens, tokensOf } from "../versions/tokens.ts";
import type { Version } from "../versions/version.ts";

/** What is wanted of an operating system: words of its text, a range, or both. */
export interface WantedSystem {
  /** Lower case, without spaces and punctuation. */
  readonly words: string;
  readonly range: Range | undefined;
}

/** Reads `Ubuntu >=22.04`, `Ubuntu`, `Ubuntu-22.04`, `Ubuntu v22.04` and any range; `undefined` if it is none of these. */
export function readSystem(wanted: string): WantedSystem | undefined {
  const alone = readRange(wanted);
  if (alone !== undefined) return { words: "", range: alone };
  const tokens = tokensOf(wanted);
  const start = tokens.findIndex((token) => isDigits(token) || isRangeCharacter(token));
  const front = start === -1 ? tokens : tokens.slice(0, start);
  const words = wordsOf(isDigits(tokens[start]) ? withoutMark(front) : front);
  // Another character would be looked for in vain: no image writes `≈`.
  if (words === "" || !front.every(isOfName)) return undefined;
  if (start === -1) return { words, range: undefined };
  const range = readRange(tokens.slice(start).join(""));
  return range === undefined ? undefined : { words, range };
}

/** Whether an image's text is of the wanted system. */
export function systemTest(
  { words, range }: WantedSystem,
  versionOf: (text: string) => Version | undefined,
): (text: string) => boolean {
  const inRange = range === undefined ? () => true : rangeTest(range);
  return (text) => folded(text)?.includes(words) === true && inRange(versionOf(text));
}

const wordsOf = (tokens: Tokens): string =>
  tokens.filter((token) => isLetters(token) || isHan(token) || isDigits(token)).join("");

const folded = remembering((text) => wordsOf(tokensOf(text)));

const isOfName = (token: string): boolean =>
  isLetters(token) || isHan(token) || isOneOf(" -_.,:;/'\"&()®™", token);

/** Words without the `v` or `版本` that belongs to the number behind them. */
function withoutMark(tokens: Tokens): Tokens {
  const last = tokens.findLastIndex((token) => isLetters(token) || isHan(token));
  return /^(?:v|ver|version|版本号?)$/.test(tokens[last] ?? "") ? tokens.slice(0, last) : tokens;
}
