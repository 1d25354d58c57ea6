import { withDate } from "./dates.ts";
import { readNumbers } from "./read-numbers.ts";
import { readSuffix } from "./read-suffix.ts";
import { isDigits, type Tokens } from "./tokens.ts";
import { makeVersion, type Version } from "./version.ts";
import type { Whole } from "./whole.ts";

/** A version in a range, of which numbers may be missing. */
export interface PartialVersion {
  /** As many numbers as were given; none for `*`. */
  readonly numbers: readonly Whole[];
  /** The version, with zeros for missing numbers. */
  readonly version: Version;
  /** Whether it ends in `x` or `*`. */
  readonly isWild: boolean;
  /** Whether it is one version without an operator: it has three numbers, or something behind its numbers. */
  readonly isExact: boolean;
  /** Whether it is npm's `3.0.0-0`, which in a bound is below every pre-release. */
  readonly isLowest: boolean;
  readonly end: number;
}

/** The version of a range that begins at a token. What is glued behind it, `12.8abc`, is the range's to refuse. */
export function readPartial(tokens: Tokens, start: number): PartialVersion | undefined {
  const at = tokens[start] === "v" ? start + 1 : start;
  if (isWildcard(tokens[at])) return partial([], {}, true, wildEnd(tokens, at + 1));
  if (!isDigits(tokens[at])) return undefined;
  const { numbers: written, end } = readNumbers(tokens, at);
  const numbers = withDate(written);
  if (tokens[end] === "." && isWildcard(tokens[end + 1]))
    return partial(numbers, {}, true, wildEnd(tokens, end + 2));
  const { end: last, ...suffix } = readSuffix(tokens, end, "range");
  return partial(numbers, suffix, false, last);
}

function partial(
  numbers: readonly Whole[],
  suffix: Omit<ReturnType<typeof readSuffix>, "end">,
  isWild: boolean,
  end: number,
): PartialVersion {
  const { second, pre, post, dev } = suffix;
  const isRelease = pre === undefined && post === undefined && dev === undefined;
  return {
    numbers,
    version: makeVersion({ numbers, ...suffix }),
    isWild,
    isExact: !isWild && (numbers.length >= 3 || second !== undefined || !isRelease),
    isLowest: isRelease && second?.length === 1 && second[0] === "0",
    end,
  };
}

function isWildcard(token: string | undefined): boolean {
  return token === "x" || token === "*";
}

/** Behind `.x.x`; what follows a wildcard says nothing more. */
function wildEnd(tokens: Tokens, start: number): number {
  let end = start;
  while (tokens[end] === "." && (isWildcard(tokens[end + 1]) || isDigits(tokens[end + 1]))) end += 2;
  return end;
}
