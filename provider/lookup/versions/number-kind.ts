import { isYear } from "./dates.ts";
import { isGpuAt } from "./gpu-names.ts";
import type { Owner } from "./owner-words.ts";
import { stageInFront } from "./read-leading.ts";
import type { NumberList } from "./read-numbers.ts";
import type { Front } from "./read-owner.ts";
import { endsNumber, isMeasured } from "./read-stage.ts";
import { isMeasure } from "./stage-words.ts";
import { isDigits, isHan, isLetters, isOneOf, type Tokens } from "./tokens.ts";

/** Software that a text may be about alone, so that its own numbers are what is looked for. */
export type Software = Extract<Owner, "cuda" | "python" | "os">;

/** What kind of text is read. */
export interface Reading {
  /** Whether a number without a dot counts without a `v`: in a version name it does, in a name it does not. */
  readonly takesBare: boolean;
  /** Whether the operating system's numbers count, as for System images. */
  readonly isSystem?: boolean | undefined;
  /** What the text is about, if it is that alone. */
  readonly about?: Software | undefined;
}

/** A number of a text and what stands around it. */
export interface FoundNumber {
  readonly tokens: Tokens;
  readonly at: number;
  readonly list: NumberList;
  readonly front: Front;
  readonly owner: Owner | undefined;
  readonly reading: Reading;
}

/** What a number is; which kind comes first depends on the text. */
export type NumberKind =
  | "about"
  | "marked"
  | "dotted"
  | "system"
  | "date"
  | "bare"
  | "framework"
  | "library"
  | "compact";

/** What a number is, if it may be the version at all. */
export function numberKind(found: FoundNumber): NumberKind | undefined {
  const { tokens, at, list, front, owner, reading } = found;
  if (owner !== undefined && owner === reading.about) return "about";
  if (owner === "os" && reading.isSystem === true) {
    return front.isMarked || list.shape === "dotted" || reading.takesBare ? "system" : undefined;
  }
  if (owner !== undefined && owner !== "framework" && owner !== "library") return undefined;
  if (front.isMarked) return isV100(tokens, at, list) ? undefined : "marked";
  if (isOneOf("¥￥$", tokens[at - 1])) return undefined;
  const isBareDate = list.shape === "month" || (list.shape === "date" && list.numbers.length === 1);
  if (isBareDate) return reading.takesBare ? "date" : undefined;
  if (list.shape === "plain") return reading.takesBare ? bareKind(tokens, at, list.end) : undefined;
  return owner ?? list.shape;
}

/** Whether nothing stands behind that makes the number another thing: `7B`, `13x`, `64位`, `8 卡`, `2.x`. */
export function isWhole({ tokens, at, list: { end, shape }, front }: FoundNumber): boolean {
  const next = tokens[end];
  if (next === "." && (tokens[end + 1] === "x" || tokens[end + 1] === "*")) return false;
  const behind = next === " " ? end + 1 : end;
  const han = tokens[behind];
  if (!isHan(han)) return endsNumber(tokens, end);
  if (shape === "date" || shape === "month") return true;
  if (shape === "dotted" || front.isMarked || isOrdinal(tokens, at)) return !isMeasure(han);
  return endsNumber(tokens, behind) || (han.startsWith("最新") && isYear(tokens[at] ?? ""));
}

/** GPUs that are called as a version is written. */
function isV100(tokens: Tokens, at: number, { numbers }: NumberList): boolean {
  return tokens[at - 1] === "v" && /^1[05]0$/.test(tokens[at] ?? "") && numbers.length === 1;
}

/** A number without a dot and without `v` in a version name: `12`, `第3弹`, but not `R1`, `4090`, `10:30` or `40/50系`. */
function bareKind(tokens: Tokens, at: number, end: number): NumberKind | undefined {
  const [front, behind] = [tokens[at - 1], tokens[end]];
  if (isOrdinal(tokens, at)) return isHan(behind) && /^个?版/.test(behind) ? "marked" : "bare";
  if (isLetters(front) && !/^(?:build|rev|release|rel)$/.test(front)) return undefined;
  if (isOneOf(".:*×/", front) || isOneOf(":/", behind) || isGpuAt(tokens, at)) return undefined;
  if (isHan(behind) && behind.startsWith("版")) return "marked";
  return isCount(tokens, at) || isAmount(tokens, end) ? undefined : "bare";
}

/** Whether a number is the first of a span, or a least one: `20-50系显卡`, `30、40系`, `100+模型`. */
function isAmount(tokens: Tokens, end: number): boolean {
  if (tokens[end] === "+") return !isLetters(tokens[end + 1]) && !isDigits(tokens[end + 1]);
  let last = end;
  while (last < end + 6 && isOneOf("-~、", tokens[last]) && isDigits(tokens[last + 1])) last += 2;
  if (last === end) return false;
  return isLetters(tokens[last]) ? !endsNumber(tokens, last) : isMeasured(tokens, last);
}

/** The 3 of `第3版`. */
function isOrdinal(tokens: Tokens, at: number): boolean {
  const front = tokens[at - 1];
  return isHan(front) && front.endsWith("第");
}

/** Whether a number counts pre-releases: `Beta 2` has no release of its own. */
function isCount(tokens: Tokens, at: number): boolean {
  const word = isOneOf(" -_.", tokens[at - 1]) ? tokens[at - 2] : tokens[at - 1];
  return (tokens[at] ?? "").length <= 4 && stageInFront(word) !== undefined;
}
