import { compareVersions } from "./compare-versions.ts";
import { type Alternative, isInRange, type Range } from "./range.ts";
import { readRange } from "./read-range.ts";
import type { Version } from "./version.ts";
import type { Whole } from "./whole.ts";

/** How far a version is from a range, number by number. */
type Distance = readonly number[];

/** Most values that are close. */
const mostClose = 3;

/**
 * Known values whose versions are closest to a range, the closest first and of two as close the higher: for `14` and
 * 12.4 and 13.2 that is 13.2, then 12.4. Values without a version are left out, and of one version the first is taken.
 */
export function closestVersions<Known>(
  wanted: Range | string | undefined,
  known: readonly Known[],
  versionOf: (value: Known) => Version | undefined,
  most: number = mostClose,
): Known[] {
  const range = typeof wanted === "string" ? readRange(wanted) : wanted;
  if (range === undefined) return [];
  const found = new Map<string, { value: Known; version: Version; distance: Distance }>();
  for (const value of known) {
    const version = versionOf(value);
    if (version === undefined || found.has(version.text)) continue;
    found.set(version.text, {
      value,
      version,
      distance: [Number(!isInRange(version, range)), ...distanceTo(range, version)],
    });
  }
  return [...found.values()]
    .toSorted(
      (one, other) =>
        compareDistances(one.distance, other.distance) || compareVersions(other.version, one.version),
    )
    .slice(0, most)
    .map(({ value }) => value);
}

function distanceTo({ alternatives }: Range, version: Version): Distance {
  return alternatives
    .map((all) => distanceToAll(all, version))
    .reduce((one, other) => (compareDistances(other, one) < 0 ? other : one));
}

function distanceToAll(all: Alternative, version: Version): Distance {
  let farthest: Distance = [];
  for (const { holds, low, high } of all) {
    if (holds(version)) continue;
    const isUnder = low !== undefined && compareVersions(version, low) < 0;
    const distance = isUnder ? difference(low, version) : high === undefined ? [] : difference(version, high);
    if (compareDistances(distance, farthest) > 0) farthest = distance;
  }
  return farthest;
}

/** The higher numbers less the lower: 14 - 13.2 is 1, -2, which is less than 14 - 12.4. */
function difference({ numbers: high }: Version, { numbers: low }: Version): Distance {
  const length = Math.max(high.length, low.length);
  return Array.from({ length }, (_, index) => size(high[index]) - size(low[index]));
}

/** A number for a difference; longer ones than a double holds are as far as can be. */
function size(digits: Whole | undefined): number {
  return Math.min(Number(digits ?? 0), Number.MAX_SAFE_INTEGER);
}

function compareDistances(one: Distance, other: Distance): number {
  const length = Math.max(one.length, other.length);
  for (let index = 0; index < length; index += 1) {
    const order = (one[index] ?? 0) - (other[index] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}
