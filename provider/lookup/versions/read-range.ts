import {
  type Alternative,
  above,
  any,
  below,
  belowNumbers,
  type Comparator,
  equal,
  from,
  fromPreReleases,
  makeRange,
  next,
  none,
  notBeginningWith,
  type Range,
  unequal,
  upTo,
} from "./range.ts";
import { type PartialVersion, readPartial } from "./read-partial.ts";
import { isOneOf, type Tokens, tokensOf } from "./tokens.ts";
import { makeVersion, whole } from "./version.ts";

/**
 * A range as npm writes them, over any number of numbers: `^2.4`, `>=12.4 <13`, `12.x`, `2.1 - 2.3`, `1 || 3`; also
 * pip's `~=2.9`, `==2.9.*`, `!=2.9.1` and commas. Without an operator three numbers or more are that version and fewer
 * are every version that begins with them. `undefined` if the text is no range.
 */
export function readRange(text: string): Range | undefined {
  const tokens = tokensOf(text);
  const alternatives: Alternative[] = [];
  let at = 0;
  for (;;) {
    const read = readAlternative(tokens, at);
    if (read === undefined) return undefined;
    alternatives.push(read.all);
    if (read.end === tokens.length) return makeRange(alternatives);
    if (tokens[read.end] !== "|" || tokens[read.end + 1] !== "|") return undefined;
    at = read.end + 2;
  }
}

interface ReadAlternative {
  readonly all: Alternative;
  readonly end: number;
}

function readAlternative(tokens: Tokens, start: number): ReadAlternative | undefined {
  const all: Comparator[] = [];
  let at = behindSpace(tokens, start);
  for (;;) {
    const term = readTerm(tokens, at);
    if (term === undefined) return undefined;
    for (const comparator of term.comparators) all.push(comparator);
    at = behindSpace(tokens, term.end);
    if (tokens[at] === ",") at = behindSpace(tokens, at + 1);
    else if (at === tokens.length || tokens[at] === "|") return { all, end: at };
    // `12.8abc` is one word; `>=2<3` are two conditions.
    else if (at === term.end && !isOneOf(operatorCharacters, tokens[at])) return undefined;
  }
}

interface Term {
  readonly comparators: readonly Comparator[];
  readonly end: number;
}

const operatorCharacters = "<>=~^!≥≤≠";

/** Whether a range begins at a token that is no number: with an operator or `*`. */
export function isRangeCharacter(token: string): boolean {
  return token === "*" || token === "|" || isOneOf(operatorCharacters, token);
}

function readTerm(tokens: Tokens, start: number): Term | undefined {
  let at = start;
  while (isOneOf(operatorCharacters, tokens[at])) at += 1;
  const operator = tokens.slice(start, at).join("");
  const partial = readPartial(tokens, behindSpace(tokens, at));
  if (partial === undefined) return undefined;
  const { end } = partial;
  if (operator === "" && tokens[end] === " " && tokens[end + 1] === "-" && tokens[end + 2] === " ") {
    const last = readPartial(tokens, end + 3);
    return last === undefined
      ? undefined
      : { comparators: [...atLeast(partial), ...atMost(last)], end: last.end };
  }
  const comparators = operators.get(operator)?.(partial);
  return comparators === undefined ? undefined : { comparators, end };
}

function behindSpace(tokens: Tokens, at: number): number {
  return tokens[at] === " " ? at + 1 : at;
}

type Operator = (partial: PartialVersion) => readonly Comparator[] | undefined;

const isAny = ({ numbers }: PartialVersion): boolean => numbers.length === 0;

/** What begins with the numbers of a partial; all of it for `*`. */
const beginning = (partial: PartialVersion): readonly Comparator[] =>
  isAny(partial) ? [any] : [from(partial.version), belowNumbers(next(partial.numbers))];

const same: Operator = (partial) => (partial.isExact ? [equal(partial.version)] : beginning(partial));

function atLeast(partial: PartialVersion): readonly Comparator[] {
  if (isAny(partial)) return [any];
  return [partial.isLowest ? fromPreReleases(partial.numbers) : from(partial.version)];
}

function atMost(partial: PartialVersion): readonly Comparator[] {
  if (isAny(partial)) return [any];
  return [partial.isExact ? upTo(partial.version) : belowNumbers(next(partial.numbers))];
}

function under(partial: PartialVersion): readonly Comparator[] {
  if (isAny(partial)) return [none];
  const isWhole = partial.isExact && !partial.isLowest;
  return [isWhole ? below(partial.version) : belowNumbers(partial.numbers)];
}

function over({ isExact, version, numbers }: PartialVersion): readonly Comparator[] {
  if (numbers.length === 0) return [none];
  return [isExact ? above(version) : from(makeVersion({ numbers: next(numbers) }))];
}

/** Up to the next number of the first that is not zero. */
function caret(partial: PartialVersion): readonly Comparator[] {
  if (isAny(partial)) return [any];
  const leading = partial.numbers.slice(0, 3);
  const first = leading.findIndex((number) => whole(number) !== 0);
  const end = first === -1 ? leading.length : first + 1;
  return [...atLeast(partial), belowNumbers(next(leading.slice(0, end)))];
}

/** Up to the next second number, or to the next first one if there is no second. */
function tilde(partial: PartialVersion): readonly Comparator[] {
  if (isAny(partial)) return [any];
  return [...atLeast(partial), belowNumbers(next(partial.numbers.slice(0, 2)))];
}

/** pip's: everything but the last number stays. */
function compatible(partial: PartialVersion): readonly Comparator[] | undefined {
  const { numbers, isWild } = partial;
  if (isWild || numbers.length < 2) return undefined;
  return [...atLeast(partial), belowNumbers(next(numbers.slice(0, -1)))];
}

/** pip's, where `==2.9` is 2.9.0 and `==2.9.*` begins with 2.9. */
const identical: Operator = (partial) => (partial.isWild ? beginning(partial) : [equal(partial.version)]);

const different: Operator = (partial) => {
  if (isAny(partial)) return [none];
  return [partial.isWild ? notBeginningWith(partial.numbers) : unequal(partial.version)];
};

const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ["", same],
  ["=", same],
  ["==", identical],
  ["!=", different],
  ["≠", different],
  [">=", atLeast],
  ["≥", atLeast],
  ["<=", atMost],
  ["≤", atMost],
  [">", over],
  ["<", under],
  ["^", caret],
  ["~", tilde],
  ["~>", tilde],
  ["~=", compatible],
]);
