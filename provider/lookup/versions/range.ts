import { compareNumbers, compareVersions } from "./compare-versions.ts";
import { withDate } from "./dates.ts";
import { makeVersion, trimmed, type Version, whole } from "./version.ts";
import type { Whole } from "./whole.ts";

/** One condition of a range. */
export interface Comparator {
  readonly text: string;
  readonly holds: (version: Version) => boolean;
  /** Release whose pre-releases it names. */
  readonly names?: string | undefined;
  /** Where it begins and ends, for what is close to it. */
  readonly low?: Version | undefined;
  readonly high?: Version | undefined;
}

/** Conditions that hold all together. */
export type Alternative = readonly Comparator[];

/** A range of versions. */
export interface Range {
  /** The one way to write it; `readRange` of it is this range. */
  readonly text: string;
  readonly alternatives: readonly Alternative[];
}

/** A range of alternatives, one of which has to hold. */
export function makeRange(alternatives: readonly Alternative[]): Range {
  const text = alternatives.map((all) => all.map(textAt).join(" ")).join(" || ");
  return { text, alternatives };
}

/** The `=` keeps a date behind a pre-release from being read as its number: `>2.0.0-beta =2025.6.12`. */
function textAt({ text }: Comparator, index: number): string {
  return index > 0 && /^[0-9]/.test(text) ? `=${text}` : text;
}

/** Whether a version lies in a range. A pre-release does only if the range names one of the same release. */
export function isInRange(version: Version | undefined, { alternatives }: Range): boolean {
  if (version === undefined) return false;
  return alternatives.some(
    (all) =>
      all.every(({ holds }) => holds(version)) &&
      (!version.preRelease || all.some(({ names }) => names === version.release)),
  );
}

/** `isInRange` for a whole catalogue, which has many images and few versions: each version is tested once. */
export function rangeTest(range: Range): (version: Version | undefined) => boolean {
  const results = new Map<string, boolean>();
  return (version) => {
    if (version === undefined) return false;
    const known = results.get(version.text);
    if (known !== undefined) return known;
    const result = isInRange(version, range);
    results.set(version.text, result);
    return result;
  };
}

const named = ({ preRelease, release }: Version): string | undefined => (preRelease ? release : undefined);

/** Exactly this version. */
export function equal(version: Version): Comparator {
  const { text } = version;
  return { text, holds: (other) => other.text === text, names: named(version), low: version, high: version };
}

/** Any version but this one; it names no pre-release, since it wants none. */
export function unequal({ text }: Version): Comparator {
  return { text: `!=${text}`, holds: (other) => other.text !== text };
}

/** This version or a higher one. As in npm, `>=0.0.0` asks nothing, so `>=0.0.0 <=0.0.0-alpha.0` holds that alpha. */
export function from(version: Version): Comparator {
  const isEverything = version.text === "0.0.0";
  return {
    text: `>=${version.text}`,
    holds: (other) => isEverything || compareVersions(other, version) >= 0,
    names: named(version),
    low: version,
  };
}

/** A higher version. */
export function above(version: Version): Comparator {
  return {
    text: `>${version.text}`,
    holds: (other) => compareVersions(other, version) > 0,
    names: named(version),
    low: version,
  };
}

/** This version or a lower one. */
export function upTo(version: Version): Comparator {
  return {
    text: `<=${version.text}`,
    holds: (other) => compareVersions(other, version) <= 0,
    names: named(version),
    high: version,
  };
}

/** A lower version. */
export function below(version: Version): Comparator {
  return {
    text: `<${version.text}`,
    holds: (other) => compareVersions(other, version) < 0,
    names: named(version),
    high: version,
  };
}

/** Versions whose numbers are lower, which keeps out the pre-releases of the release that the numbers begin. */
export function belowNumbers(numbers: readonly Whole[]): Comparator {
  const bound = makeVersion({ numbers });
  return {
    text: `<${numbersText(numbers)}`,
    holds: (other) => compareNumbers(other.numbers, bound.numbers) < 0,
    high: makeVersion({ numbers: previous(numbers) }),
  };
}

/** Everything from the first pre-release of a release on; npm writes it `>=3.0.0-0`. */
export function fromPreReleases(numbers: readonly Whole[]): Comparator {
  const bound = makeVersion({ numbers });
  return {
    text: `>=${bound.text}-0`,
    holds: (other) => compareNumbers(other.numbers, bound.numbers) >= 0,
    names: bound.release,
    low: bound,
  };
}

/** Versions that do not begin with these numbers. */
export function notBeginningWith(numbers: readonly Whole[]): Comparator {
  const bound = makeVersion({ numbers }).numbers;
  const end = makeVersion({ numbers: next(numbers) }).numbers;
  return {
    text: `!=${withDate(numbers).map(whole).join(".")}.x`,
    holds: ({ numbers }) => compareNumbers(numbers, bound) < 0 || compareNumbers(numbers, end) >= 0,
  };
}

/** Any version, and none. */
export const any: Comparator = { text: "*", holds: () => true };
export const none: Comparator = { text: "<0", holds: () => false };

/** The first numbers behind all those that begin with these: `2.1` is followed by `2.2`. */
export function next(numbers: readonly Whole[]): Whole[] {
  return [...numbers.slice(0, -1), plusOne(whole(numbers.at(-1) ?? 0))];
}

/** The last numbers before those that begin with these, for a distance: `3` is preceded by `2`. */
function previous(numbers: readonly Whole[]): Whole[] {
  const kept = trimmed(numbers, 1);
  const last = kept.pop() ?? 0;
  return [...kept, typeof last === "number" ? Math.max(last - 1, 0) : last];
}

function plusOne(number: Whole): Whole {
  if (typeof number === "number") return number + 1;
  let last = number.length - 1;
  while (number[last] === "9") last -= 1;
  const head = last < 0 ? "1" : `${number.slice(0, last)}${Number(number[last]) + 1}`;
  return head.padEnd(last < 0 ? number.length + 1 : number.length, "0");
}

/** Numbers of a bound: without zeros at the end, and with an `x` where three would be a version of its own. */
function numbersText(numbers: readonly Whole[]): string {
  const kept = trimmed(withDate(numbers), 1);
  return kept.length < 3 ? kept.join(".") : `${kept.join(".")}.x`;
}
