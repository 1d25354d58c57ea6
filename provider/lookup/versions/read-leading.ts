import {
  editionLength,
  leadingWords,
  numberedWords,
  type StageWord,
  stageBefore,
  stageOfHan,
  stageOfLetters,
} from "./stage-words.ts";
import { isDigits, isHan, isLetters, isOneOf, isSeparator, mostSeparators, type Tokens } from "./tokens.ts";
import type { VersionParts } from "./version.ts";

/** What makes a version come before its release. */
export type EarlyStage = Pick<VersionParts, "pre" | "dev">;

/** What a token in front of a number says of it. */
export function stageInFront(token: string | undefined): StageWord | undefined {
  if (isHan(token)) return stageBefore(token);
  return isLetters(token) && !numberedWords.has(token) ? stageOfLetters(token) : undefined;
}

/** The pre-release of a number whose word comes first: `测试版1.0`, `Beta v1.2`, `RC1-2.0`, `测试版本1.0`. */
export function leadingStage(tokens: Tokens, start: number, isVersionName: boolean): EarlyStage | undefined {
  const mark = tokens[start];
  const ofMark = isHan(mark) ? stageInFront(mark) : undefined;
  if (ofMark !== undefined) return early(ofMark, "0");
  let at = wordBefore(tokens, start);
  if (fillers.has(tokens[at] ?? "")) at = wordBefore(tokens, at);
  const count = tokens[at] ?? "";
  const isCounted = isDigits(count) && count.length <= 3;
  if (isCounted) at = wordBefore(tokens, at);
  const token = tokens[at];
  if (isOfNumber(tokens, at)) return undefined;
  if (!isVersionName && isLetters(token) && !leadingWords.has(token)) return undefined;
  return early(stageInFront(token), isCounted ? count : "0");
}

/** Whether a stage belongs to the number in front of it: `CANN8.0.0.beta1 v0.5`. */
function isOfNumber(tokens: Tokens, at: number): boolean {
  return isDigits(tokens[at - 1]) || (isOneOf("-_.", tokens[at - 1]) && isDigits(tokens[at - 2]));
}

/** Words between a stage and the number behind it: `Beta版 1.2`, `nightly build 2026-01-15`. */
const fillers: ReadonlySet<string> = new Set(["版", "版本", "第", "build", "release", "version"]);

/** Where the word in front of a token stands, read over what separates them. */
function wordBefore(tokens: Tokens, start: number): number {
  let at = start - 1;
  while (at >= start - mostSeparators && isSeparator(tokens[at])) at -= 1;
  return at;
}

/** What a version name says that is a word for a pre-release and nothing else: `内测版`, `-rc1`, `Public Beta`. */
export function stageAlone(tokens: Tokens): EarlyStage | undefined {
  const words = tokens.filter((token) => !isSeparator(token) && token !== "." && !fillers.has(token));
  const [first, ...rest] = words.filter((word) => !isDigits(word)).map(wholeStage);
  const counts = words.filter(isDigits);
  // `B200` is a GPU.
  if (counts.length > 1 || numberedWords.has(words[0] ?? "")) return undefined;
  // `beta测试版` says one thing twice.
  return rest.every((stage) => stage?.word === first?.word) ? early(first, counts[0] ?? "0") : undefined;
}

function wholeStage(word: string): StageWord | undefined {
  if (isLetters(word)) return stageOfLetters(word);
  const stage = isHan(word) ? stageOfHan(word.slice(editionLength(word))) : undefined;
  return stage !== undefined && editionLength(word) + stage.length === word.length ? stage : undefined;
}

function early(stage: StageWord | undefined, count: string): EarlyStage | undefined {
  if (stage === undefined || stage.stage === "post") return undefined;
  if (stage.stage === "dev") return { dev: count };
  return { pre: /^0*$/.test(count) ? [stage.word] : [stage.word, count] };
}
