import { isGpuModel, isGpuNumber } from "./gpu-names.ts";
import {
  editionLength,
  isCounter,
  isReleaseHan,
  isReleaseWord,
  lastWords,
  looseWords,
  numberedWords,
  type StageWord,
  semverWords,
  stageOfHan,
  stageOfLetters,
} from "./stage-words.ts";
import { isDigits, isHan, isLetters, isOneOf, type Tokens } from "./tokens.ts";
import { takesMore } from "./version.ts";

/** What follows the numbers of a version, and the token behind it. The lists grow while it is read. */
export interface Suffix {
  readonly second?: string[] | undefined;
  readonly pre?: string[] | undefined;
  readonly post?: string | undefined;
  readonly dev?: string | undefined;
  readonly end: number;
}

/** What stands between two parts: nothing, one of `-_.`, or anything else that is read over, such as ` (`. */
export interface Gap {
  readonly kind: "" | "-" | "_" | "." | "loose";
  readonly end: number;
}

/** What a suffix is read in: nothing may be read over in a range, and a name holds more than its version. */
export type Place = "range" | "versionName" | "name";

/** How much of a suffix has been read. */
export interface Progress {
  readonly tokens: Tokens;
  readonly suffix: Suffix;
  readonly gap: Gap;
  readonly place: Place;
}

/** The suffix with a word of letters behind the gap, if that says what the version is to its release. */
export function withLetters(progress: Progress, letters: string): Suffix | undefined {
  const { tokens, gap, suffix, place } = progress;
  const word = stageOfLetters(letters);
  const after = gap.end + 1;
  if (word === undefined || (gap.kind === "loose" && !isLooseWord(letters, tokens, after, place)))
    return undefined;
  const isFirst = suffix.pre === undefined && suffix.post === undefined && suffix.dev === undefined;
  const isSemver = isFirst && gap.kind === "-" && semverWords.has(letters);
  if (isSemver && tokens[after] === "." && isIdentifier(letters, tokens[after + 1])) {
    return { ...suffix, ...identifiers(tokens, gap.end) };
  }
  const count = countBehind(tokens, after, place);
  if (count === undefined && !standsAlone(progress, letters)) return undefined;
  if (count !== undefined && !countsFor(progress, letters, count.end)) return undefined;
  if (isSemver && count === undefined) return { ...suffix, pre: [letters], end: after };
  return withStage(progress, word, count ?? { digits: "0", end: after });
}

/** The suffix with Chinese characters behind the gap, if they say what the version is to its release. */
export function withHan(progress: Progress, han: string): Suffix | undefined {
  const { tokens, gap, suffix, place } = progress;
  const after = gap.end + 1;
  const skipped = place === "range" ? Number(han === "版" && gap.kind === "") : editionLength(han);
  if (skipped === han.length) return { ...suffix, end: after };
  const word = stageOfHan(han.slice(skipped));
  if (word === undefined) return undefined;
  const count = skipped + word.length === han.length ? countBehind(tokens, after, place) : undefined;
  const own = count !== undefined && !isGpuNumber(count.digits) ? count : { digits: "0", end: after };
  return withStage(progress, word, own);
}

/** Whether a number ends here: not in letters that make it something else, `7B`, and not in a measure, `8卡`. */
export function endsNumber(tokens: Tokens, end: number): boolean {
  const token = tokens[end];
  if (isLetters(token)) return isReleaseWord(token) || isStageOf(tokens, end, token);
  if (isHan(token)) return isReleaseHan(token) || stageOfHan(token) !== undefined;
  return !isMeasured(tokens, end);
}

/** Whether a measure follows that is no letters: `50%`, `24 GB`, `1-8卡`. */
export function isMeasured(tokens: Tokens, end: number): boolean {
  if (isOneOf("%×*", tokens[end])) return true;
  const unit = tokens[tokens[end] === " " ? end + 1 : end];
  if (isHan(unit)) return isCounter(unit);
  return tokens[end] === " " && /^(?:[kmgt]i?b?|bits?|gpus?|fps|steps?)$/.test(unit ?? "");
}

function isStageOf(tokens: Tokens, end: number, letters: string): boolean {
  return (
    withLetters({ tokens, suffix: { end }, gap: { kind: "", end }, place: "range" }, letters) !== undefined
  );
}

function isIdentifier(letters: string, token: string | undefined): boolean {
  return isDigits(token) || (isLetters(token) && !numberedWords.has(letters));
}

/** A word and the identifiers of semver behind it: `rc.1`, `rc.1.x2`. */
function identifiers(tokens: Tokens, word: number): { readonly pre: string[]; readonly end: number } {
  const pre = [tokens[word] ?? ""];
  let end = word + 1;
  while (tokens[end] === "." && (isDigits(tokens[end + 1]) || isLetters(tokens[end + 1]))) {
    const start = end + 1;
    for (end = start; isDigits(tokens[end]) || isLetters(tokens[end]); ) end += 1;
    pre.push(tokens.slice(start, end).join(""));
  }
  return { pre, end };
}

interface Count {
  readonly digits: string;
  readonly end: number;
}

/** The number of a pre-release or post-release: `rc1`, `rc.1`, `beta 2`. */
function countBehind(tokens: Tokens, after: number, place: Place): Count | undefined {
  const [between, digits] = [tokens[after], tokens[after + 1]];
  if (isDigits(between)) return { digits: between, end: after + 1 };
  if (!isDigits(digits) || !isOneOf(place === "range" ? "-_." : "-_. ", between)) return undefined;
  const end = after + 2;
  // Letters are not left to `endsNumber`, which would come back here for each `rc` of `1rc-1rc-1rc`.
  const isOther = isLetters(tokens[end]) ? !isLongWord(tokens[end]) : !endsNumber(tokens, end);
  if (isOther || isGpuNumber(digits)) return undefined;
  if (between === " " && (digits.length > 3 || tokens[end] === ".")) return undefined;
  return { digits, end };
}

/** Whether a word means this behind a space or a bracket: always, or only as the last one and before a number. */
function isLooseWord(letters: string, tokens: Tokens, after: number, place: Place): boolean {
  if (looseWords.has(letters)) return true;
  // In a name a letter and a number are a model's: `Wan2.2 A14B`.
  if (letters.length === 1 && place === "name") return false;
  const isLastWord = tokens[after] === undefined || isOneOf(")]】」》", tokens[after]);
  return lastWords.has(letters) && (isLastWord || countBehind(tokens, after, place) !== undefined);
}

/** Whether a word means this without a number. */
function standsAlone(progress: Progress, letters: string): boolean {
  const { tokens, gap } = progress;
  const after = gap.end + 1;
  // `2.5-post-training` is no post-release.
  if (letters === "post") return gap.kind === "" || gap.kind === "." || isLast(progress, after);
  if (letters !== "pre") return !numberedWords.has(letters);
  return !isOneOf("- ", tokens[after]) || !isLetters(tokens[after + 1]);
}

/** Whether a word means this with the number behind it. */
function countsFor(progress: Progress, letters: string, end: number): boolean {
  const { tokens, gap } = progress;
  if (!numberedWords.has(letters)) return true;
  const glued = tokens[end];
  // `2.2-A14B` is a size, `1.0-A100` a GPU, and in a name `3.1-R1` a model.
  if (isLetters(glued) && !isLongWord(glued)) return false;
  if (letters === "c") return gap.kind === "" || isLast(progress, end);
  if (letters === "r") return gap.kind === "" || gap.kind === "." || isLast(progress, end);
  return gap.kind === "" || gap.kind === "." || !isGpuModel(tokens, gap.end);
}

/** Whether a part behind one of `-_.` is the last of a version, but for another stage or `+cu121`. */
function isLast({ tokens, place }: Progress, end: number): boolean {
  if (place === "name") return false;
  // What follows in a range has to be read too, or it is none.
  if (place === "range") return true;
  const next = isOneOf("-_.", tokens[end]) ? tokens[end + 1] : tokens[end];
  if (next === undefined || isOneOf("+)]】」》", next)) return true;
  const stage = isLetters(next) ? stageOfLetters(next)?.stage : undefined;
  return stage === "post" || stage === "dev";
}

/** Whether letters right behind a number are a word of their own: `1.0a1dev2`, but not `A14B`. */
function isLongWord(letters: string | undefined): boolean {
  return letters !== undefined && letters.length > 1 && stageOfLetters(letters) !== undefined;
}

function withStage(
  { tokens, suffix }: Progress,
  { stage, word }: StageWord,
  count: Count,
): Suffix | undefined {
  const { pre, post, dev } = suffix;
  if (dev !== undefined || (pre !== undefined && !takesMore(pre))) return undefined;
  if (stage === "dev") return { ...suffix, dev: count.digits, end: count.end };
  if (post !== undefined) return undefined;
  if (stage === "post") return { ...suffix, post: count.digits, end: count.end };
  if (pre !== undefined) return undefined;
  let { end } = count;
  const more: string[] = [];
  for (; tokens[end] === "." && isDigits(tokens[end + 1]); end += 2) more.push(tokens[end + 1] ?? "");
  if (more.length > 0) return { ...suffix, pre: [word, count.digits, ...more], end };
  // In PEP 440 `rc` is `rc0`; it is written without a number.
  return { ...suffix, pre: /^0+$/.test(count.digits) ? [word] : [word, count.digits], end };
}
