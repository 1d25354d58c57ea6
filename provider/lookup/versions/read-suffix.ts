import { isFullDate } from "./dates.ts";
import { endOfGpu, isGpuAt, isGpuModel } from "./gpu-names.ts";
import { neutralWords, ownerOfLetters } from "./owner-words.ts";
import { readNumbers } from "./read-numbers.ts";
import {
  endsNumber,
  type Gap,
  type Place,
  type Progress,
  type Suffix,
  withHan,
  withLetters,
} from "./read-stage.ts";
import { isReleaseWord, stageOfLetters } from "./stage-words.ts";
import { isDigits, isHan, isLetters, isOneOf, isSeparator, mostSeparators, type Tokens } from "./tokens.ts";

/**
 * Second list, pre-release, post-release and dev-release behind the numbers of a version. What says on what it runs
 * (`-cu121`, `-py3`) is read over, but not in a range; the first thing that is unknown ends it.
 */
export function readSuffix(tokens: Tokens, start: number, place: Place): Suffix {
  let suffix: Suffix = { end: start };
  while (suffix.end < tokens.length) {
    const gap = gapAt(tokens, suffix.end, place);
    const longer = longerSuffix({ tokens, suffix, gap, place });
    if (longer === undefined) break;
    suffix = longer;
  }
  return suffix;
}

function gapAt(tokens: Tokens, start: number, place: Place): Gap {
  const first = tokens[start];
  const most = start + mostSeparators;
  let end = start;
  while (end < most && (place === "range" ? tokens[end] === " " : isSeparator(tokens[end]))) end += 1;
  const single = end <= start + 1;
  if (single && (first === "-" || first === "_" || first === ".")) return { kind: first, end: start + 1 };
  return { kind: end === start ? "" : "loose", end };
}

function longerSuffix(progress: Progress): Suffix | undefined {
  const { tokens, suffix, gap, place } = progress;
  const strict = place === "range";
  const token = tokens[gap.end];
  if (isDigits(token)) return withNumbers(progress) ?? (strict ? undefined : besideGpu(progress));
  if (isHan(token)) return withHan(progress, token);
  if (gap.kind === "" && token === "+")
    return strict ? withLocal(tokens, suffix) : besideLocal(progress, tokens[gap.end + 1]);
  if (!isLetters(token)) return undefined;
  const staged = withLetters(progress, token);
  if (staged !== undefined || strict) return staged;
  return isReleaseWord(token) ? { ...suffix, end: gap.end + 1 } : beside(progress, token);
}

/** PEP 440's local version and semver's build are no part of the order. */
function withLocal(tokens: Tokens, suffix: Suffix): Suffix | undefined {
  const start = suffix.end + 1;
  let end = start;
  while (isDigits(tokens[end]) || isLetters(tokens[end]) || (end > start && isOneOf(".-_", tokens[end])))
    end += 1;
  return end === start ? undefined : { ...suffix, end };
}

/** The second list, or numbers behind a pre-release: `2.0-beta-20250612`. */
function withNumbers({ tokens, suffix, gap }: Progress): Suffix | undefined {
  if (suffix.post !== undefined || suffix.dev !== undefined) return undefined;
  const isStamp = gap.kind === "_" && (tokens[gap.end] ?? "").length >= 6;
  const { numbers, end } = readNumbers(tokens, gap.end);
  const isDay = gap.kind === "loose" && suffix.pre !== undefined && isFullDate(numbers);
  if (gap.kind !== "-" && !isStamp && !isDay) return undefined;
  const isGpu =
    isGpuAt(tokens, gap.end) && numbers.every((number, index) => index === 0 || /^0+$/.test(number));
  if (isGpu || !endsNumber(tokens, end)) return undefined;
  // Appended in place: `1-1-1-1…` would take quadratic time with copies.
  const list = suffix.pre ?? suffix.second ?? [];
  for (const number of numbers) list.push(number);
  return suffix.pre === undefined ? { ...suffix, second: list, end } : { ...suffix, end };
}

function besideGpu({ tokens, suffix, gap }: Progress): Suffix | undefined {
  return isGpuAt(tokens, gap.end) ? { ...suffix, end: endOfGpu(tokens, gap.end) } : undefined;
}

/** What follows `+`, if that says on what it runs and ends with a space: `2.0+cu121 beta`. */
function besideLocal(progress: Progress, word: string | undefined): Suffix | undefined {
  const gap: Gap = { kind: "loose", end: progress.gap.end + 1 };
  const longer = isLetters(word) ? beside({ ...progress, gap }, word) : undefined;
  return longer === undefined || isOneOf("-_.", progress.tokens[longer.end]) ? undefined : longer;
}

/** Words and numbers of CUDA, Python and the like, which do not end the suffix: a pre-release may follow. */
function beside({ tokens, suffix, gap }: Progress, word: string): Suffix | undefined {
  if (gap.kind === "") return undefined;
  const after = gap.end + 1;
  if (isGpuModel(tokens, gap.end)) return { ...suffix, end: behindLetters(tokens, after + 1) };
  if (neutralWords.has(word)) return { ...suffix, end: isDigits(tokens[after]) ? after + 1 : after };
  const owner = ownerOfLetters(word);
  if (owner === undefined || owner === "framework" || owner === "library") return undefined;
  const start = isOneOf(" -_:", tokens[after]) ? after + 1 : after;
  if (!isDigits(tokens[start])) return { ...suffix, end: after };
  const { end, shape } = readNumbers(tokens, start);
  return { ...suffix, end: shape === "plain" ? behindLetters(tokens, end) : behindStages(tokens, end) };
}

/** Behind the pre-release of what it runs on, which is not its own: `2.7.0-cann8.2.RC1`, `2.9.0-py3.14.0rc2`. */
function behindStages(tokens: Tokens, start: number): number {
  let end = behindCount(tokens, behindLetters(tokens, start));
  while (tokens[end] === "." && stageOfLetters(tokens[end + 1] ?? "") !== undefined)
    end = behindCount(tokens, end + 2);
  return end;
}

function behindCount(tokens: Tokens, at: number): number {
  return isDigits(tokens[at]) ? at + 1 : at;
}

function behindLetters(tokens: Tokens, at: number): number {
  return isLetters(tokens[at]) ? at + 1 : at;
}
