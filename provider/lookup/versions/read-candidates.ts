import { type FoundNumber, isWhole, type NumberKind, numberKind, type Reading } from "./number-kind.ts";
import { mayOwn, type Owner } from "./owner-words.ts";
import { leadingStage } from "./read-leading.ts";
import { readNumbers } from "./read-numbers.ts";
import { isListed, readFront } from "./read-owner.ts";
import { endsNumber } from "./read-stage.ts";
import { readSuffix } from "./read-suffix.ts";
import { isDigits, isLetters, type Tokens } from "./tokens.ts";
import type { VersionParts } from "./version.ts";

/** A number that may be the version. */
export interface Candidate {
  readonly parts: VersionParts;
  readonly kind: NumberKind;
  /** The nearest word in front of it. */
  readonly word: string | undefined;
}

/** Which kinds come first: in a version name a number without a dot, in a name the framework's before a date. */
const versionNameOrder: readonly NumberKind[] = [
  "about",
  "marked",
  "dotted",
  "system",
  "date",
  "bare",
  "framework",
  "library",
  "compact",
];
const nameOrder: readonly NumberKind[] = [
  "marked",
  "dotted",
  "system",
  "framework",
  "library",
  "date",
  "compact",
];

/** The number of a text that is most likely its version: of the first kind that there is, the first in the text. */
export function likeliest(tokens: Tokens, reading: Reading): Candidate | undefined {
  const order = reading.takesBare ? versionNameOrder : nameOrder;
  // What a version runs on is read over as a part of it, except where it may be what is looked for.
  const readsOver = reading.about === undefined && reading.isSystem !== true;
  let best: Candidate | undefined;
  let rank = order.length;
  let before: { readonly end: number; readonly owner: Owner | undefined } | undefined;
  for (let at = 0; at < tokens.length && rank > 0; ) {
    if (!isDigits(tokens[at])) {
      at += 1;
      continue;
    }
    const list = readNumbers(tokens, at);
    const front = readFront(tokens, at, list);
    const listed = before?.owner !== undefined && isListed(tokens, before.end, at) ? before.owner : undefined;
    const isNext =
      listed !== undefined && !front.isMarked && (list.shape === "plain" || mayOwn(listed, list.numbers));
    const owner = isNext ? listed : front.owner;
    const number: FoundNumber = { tokens, at, list, front, owner, reading };
    const compact = readCompact(number);
    const kind = compact?.kind ?? (isWhole(number) ? numberKind(number) : undefined);
    const own = kind === undefined ? -1 : order.indexOf(kind);
    const isBetter = own >= 0 && own < rank;
    const isRead = kind !== undefined && compact === undefined && (isBetter || readsOver);
    const read = isRead ? readCandidate(number, kind) : undefined;
    if (isBetter) [best, rank] = [compact ?? read?.candidate, own];
    at = readsOver && read !== undefined ? read.end : list.end;
    before = { end: at, owner };
  }
  return best;
}

function readCandidate(
  { tokens, list, front, reading }: FoundNumber,
  kind: NumberKind,
): { readonly candidate: Candidate; readonly end: number } {
  const place = reading.takesBare ? "versionName" : "name";
  const { second, pre, post, dev, end } = readSuffix(tokens, list.end, place);
  const isLate = pre !== undefined || dev !== undefined || post !== undefined;
  const early = isLate ? undefined : leadingStage(tokens, front.start, reading.takesBare);
  // The `12-4` of `cuda-12-4`, as packages are named.
  const isHyphened =
    kind === "about" && list.numbers.length === 1 && second !== undefined && second.length <= 2;
  const numbers = isHyphened ? { numbers: [...list.numbers, ...second] } : { numbers: list.numbers, second };
  const parts = { ...numbers, pre: pre ?? early?.pre, post, dev: dev ?? early?.dev };
  return { candidate: { parts, kind, word: front.word }, end };
}

/** Digits without dots behind the name that they belong to: `torch2130` is 2.13.0, and a CUDA version `cu121` 12.1. */
function readCompact({ tokens, at, list, front, owner, reading }: FoundNumber): Candidate | undefined {
  const before = tokens[at - 1];
  if (list.shape !== "plain" || front.isMarked || !isLetters(before)) return undefined;
  const kind = owner === undefined ? undefined : softwareKind(owner, reading);
  const named = before.endsWith("torch") ? compactTorch : undefined;
  const pattern = owner !== undefined && kind !== undefined ? compactSoftware[owner] : named;
  const numbers = pattern?.exec(tokens[at] ?? "")?.slice(1);
  if (numbers === undefined || !endsNumber(tokens, at + 1)) return undefined;
  return { parts: { numbers }, kind: kind ?? "compact", word: front.word };
}

/** What a number is that belongs to what the text is about, or to the operating system of a System image. */
function softwareKind(owner: Owner, { about, isSystem }: Reading): "about" | "system" | undefined {
  if (owner === about) return "about";
  return owner === "os" && isSystem === true ? "system" : undefined;
}

const compactTorch = /^([0-9])([0-9]{1,2})([0-9])$/;

const compactSoftware: Readonly<Partial<Record<Owner, RegExp>>> = {
  cuda: /^(1[0-9]|[7-9])([0-9])$/,
  python: /^([23])([0-9]{1,2})$/,
  os: /^([12][0-9])(04|10)$/,
};
