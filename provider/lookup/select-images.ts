import type { Image } from "../contract/image.ts";
import { defaultOrder, latest, newest, type OrderKey } from "../contract/query.ts";
import type { Selection } from "../contract/selection.ts";
import { ImageAmbiguousError } from "../errors/image-ambiguous-error.ts";
import { ImageNotFoundError } from "../errors/image-not-found-error.ts";
import { type Decision, decisionText, type ListDecision } from "../messages/decision-text.ts";
import { english } from "../messages/messages.ts";
import { type Warning, warningText } from "../messages/warnings.ts";
import { leftOutWarnings, listingWarnings, noValueWarnings, tieWarnings } from "./choice-warnings.ts";
import { explainNone } from "./explain-none.ts";
import { explainSeveral } from "./explain-several.ts";
import { type AppliedFilter, describeFilters, filtersOver, matchesOf } from "./filters/applied-filters.ts";
import { imageWarnings, listedZoneWarnings } from "./image-warnings.ts";
import { ordered } from "./order.ts";
import { named, queryFacts, type Search } from "./search.ts";

const mostRunnersUp = 5;

/** Most matches that an error about their number names. */
const mostCounted = 8;

/** An image, how it came about, and what the user should be told about it. */
export interface Found {
  readonly image: Image;
  readonly selection: Selection;
  /** What `selection.rule` says. */
  readonly decision: Decision;
  readonly warnings: readonly Warning[];
}

/** No image, and how that came about. */
export interface FoundNone {
  readonly image?: undefined;
  readonly selection: Selection;
  readonly warnings: readonly Warning[];
}

/** The one image that is meant, or the error that says why there is none or more than one. */
export function selectImage(search: Search): Found {
  const found = selectImageIfAny(search);
  if (found.image === undefined) throw new ImageNotFoundError({ noMatch: explainNone(search) });
  return found;
}

/** The one image that is meant, or none, which is not explained: that takes far longer than to find it out. */
export function selectImageIfAny(search: Search): Found | FoundNone {
  const { mostRecent = false } = search;
  const keys = search.orderBy ?? defaultOrder;
  const filters = filtersOver(search.filters, search.images);
  const matches = matchesOf(search.images, filters);
  const found = matches.passing;
  const first = ordered(found, keys, 1 + mostRunnersUp);
  const [image, next] = first;
  if (next !== undefined && !mostRecent && search.orderBy === undefined)
    throw new ImageAmbiguousError({ several: explainSeveral(search, ordered(found, keys)) });
  const leftOut = leftOutWarnings(search.images, filters, matches, keys);
  if (image === undefined) {
    const all = [...listingWarnings(search, filters), ...leftOut];
    const decision: ListDecision = { kind: "none" };
    const selection = describe(search, filters, [], { decision, runnersUp: [], warnings: all });
    return { selection, warnings: [] };
  }
  const decision = decisionOf(found.length, mostRecent, keys);
  const warnings: Warning[] = [
    // Creation stands in for a missing publication, so only images with neither lack the value.
    ...(next === undefined ? [] : noValueWarnings(mostRecent ? latest : keys, found)),
    ...tieWarnings(mostRecent ? newest : keys, image, next),
    ...imageWarnings(image, search.scope.zone),
    ...listingWarnings(search, filters),
  ];
  const runnersUp = first.slice(1);
  const all = [...warnings, ...leftOut];
  const selection = describe(search, filters, found, { decision, runnersUp, warnings: all });
  return { image, selection, decision, warnings };
}

function decisionOf(matches: number, mostRecent: boolean, keys: readonly OrderKey[]): Decision {
  if (matches === 1) return { kind: "only" };
  return mostRecent ? { kind: "mostRecent", of: matches } : { kind: "first", of: matches, keys };
}

/** How much of a list is asked for, and how long it has to be. */
export interface Part {
  readonly offset: number;
  readonly limit?: number | undefined;
  readonly minCount?: number | undefined;
  readonly maxCount?: number | undefined;
}

/** Images in order, how they came about, and what the user should be told about them. */
export interface FoundList {
  readonly images: readonly Image[];
  readonly totalCount: number;
  readonly selection: Selection;
  readonly warnings: readonly Warning[];
}

/** All images that are meant, in order, and the part of them that is asked for. */
export function selectImages(search: Search & Part): FoundList {
  const keys = search.orderBy ?? defaultOrder;
  const filters = filtersOver(search.filters, search.images);
  const matches = matchesOf(search.images, filters);
  const found = matches.passing;
  checkCount(search, found, keys);
  const end = search.limit === undefined ? found.length : search.offset + search.limit;
  const first = ordered(found, keys, end + mostRunnersUp);
  const images = first.slice(search.offset, end);
  const runnersUp = first.slice(end);
  const decision = listDecision(found.length, images.length, search.offset, keys);
  const warnings = [
    ...(found.length < 2 ? [] : noValueWarnings(search.orderBy ?? [], found)),
    ...listedZoneWarnings(images, search.scope.zone),
    ...listingWarnings(search, filters),
  ];
  const all = [...warnings, ...leftOutWarnings(search.images, filters, matches, keys)];
  return {
    images,
    totalCount: found.length,
    selection: describe(search, filters, found, { decision, runnersUp, warnings: all }),
    warnings,
  };
}

function checkCount(search: Search & Part, found: readonly Image[], keys: readonly OrderKey[]): void {
  const { minCount: least = 0, maxCount: most = Number.POSITIVE_INFINITY } = search;
  if (found.length < least) {
    const noMatch = found.length === 0 ? explainNone(search) : undefined;
    const query = noMatch === undefined ? queryFacts(search) : undefined;
    throw new ImageNotFoundError({ tooFew: { found: found.length, least, query }, noMatch });
  }
  if (found.length <= most) return;
  const first = ordered(found, keys, mostCounted).map(named);
  throw new ImageAmbiguousError({ tooMany: { query: queryFacts(search), found: found.length, most, first } });
}

function listDecision(of: number, taken: number, offset: number, keys: readonly OrderKey[]): ListDecision {
  if (of === 0) return { kind: "none" };
  if (taken === of) return { kind: "all", keys };
  return taken === 0
    ? { kind: "noneOf", of, keys }
    : { kind: "part", from: offset + 1, to: offset + taken, of, keys };
}

function describe(
  { images, scope }: Search,
  filters: readonly AppliedFilter[],
  found: readonly Image[],
  how: {
    readonly decision: Decision | ListDecision;
    readonly runnersUp: readonly Image[];
    readonly warnings: readonly Warning[];
  },
): Selection {
  return {
    rule: decisionText(how.decision, english),
    rowsScanned: images.length,
    rowsMatched: found.length,
    appliedFilters: {
      ...describeFilters(filters),
      region: scope.region,
      source: scope.source,
    },
    runnersUp: how.runnersUp.map((image) => ({
      ...named(image),
      ...(image.publishedAt === undefined ? {} : { publishedAt: image.publishedAt }),
    })),
    warnings: how.warnings.map((warning) => warningText(warning, english)),
  };
}
