import { compareTexts } from "../../listings/compare-texts.ts";
import { isNumeric, type Version, whole } from "./version.ts";
import type { Whole } from "./whole.ts";

/**
 * Negative, 0 or positive: number by number, then the second list, then dev, pre-release, release and post-release. 0
 * only for the same version.
 */
export function compareVersions(one: Version, other: Version): number {
  // Images of one version mostly have the same object.
  if (one === other) return 0;
  return (
    compareNumbers(one.numbers, other.numbers) ||
    compareNumbers(one.second ?? nothing, other.second ?? nothing) ||
    (one.text === other.text ? 0 : compareStages(one, other))
  );
}

const nothing: readonly never[] = [];

/** Order of two lists of numbers, where what one lists more is higher. */
export function compareNumbers(one: readonly Whole[], other: readonly Whole[]): number {
  // Counted, since this is what sorting a catalogue spends its time on.
  for (let index = 0; index < one.length; index += 1) {
    const [number, against] = [one[index] ?? -1, other[index] ?? -1];
    if (number !== against) return compareWholes(number, against);
  }
  return one.length - other.length;
}

/** Digits are of numbers that no double holds: above those, and the longer ones above the shorter ones. */
function compareWholes(one: Whole, other: Whole): number {
  if (typeof one === "number") return typeof other === "number" ? one - other : -1;
  if (typeof other === "number") return 1;
  return one.length - other.length || compareTexts(one, other);
}

/** PEP 440's order, with semver's between two pre-releases. */
function compareStages(one: Version, other: Version): number {
  return (
    stageOf(one) - stageOf(other) ||
    comparePreReleases(one.pre ?? nothing, other.pre ?? nothing) ||
    compareWholes(one.post ?? -1, other.post ?? -1) ||
    // Without a number is above every number: `1.0.post1.dev3` leads to `1.0.post1`.
    Number(one.dev === undefined) - Number(other.dev === undefined) ||
    compareWholes(one.dev ?? 0, other.dev ?? 0)
  );
}

function stageOf({ pre, post, dev }: Version): number {
  if (pre !== undefined) return 1;
  return dev !== undefined && post === undefined ? 0 : 2;
}

/** As in semver: identifier by identifier, and fewer are below more. */
function comparePreReleases(one: readonly string[], other: readonly string[]): number {
  for (const [index, identifier] of one.entries()) {
    const against = other[index];
    const order = against === undefined ? 1 : compareIdentifiers(identifier, against);
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

/** Numbers are below words. */
function compareIdentifiers(one: string, other: string): number {
  const isNumber = isNumeric(one);
  if (isNumber !== isNumeric(other)) return isNumber ? -1 : 1;
  return isNumber ? compareWholes(whole(one), whole(other)) : compareTexts(one, other);
}
