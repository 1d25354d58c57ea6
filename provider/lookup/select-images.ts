import type { Image } from "../contract/image.ts";
import { defaultOrder, type OrderKey } from "../contract/query.ts";
import type { Selection } from "../contract/selection.ts";
import { ImageAmbiguousError } from "../errors/image-ambiguous-error.ts";
import { ImageNotFoundError } from "../errors/image-not-found-error.ts";
import { type Decision, decisionText } from "../messages/decision-text.ts";
import { english } from "../messages/messages.ts";
import { type Warning, warningText } from "../messages/warnings.ts";
import { explainNone } from "./explain-none.ts";
import { explainSeveral } from "./explain-several.ts";
import {
  type AppliedFilter,
  describeFilters,
  filtersOver,
  matching,
  readsUnknown,
} from "./filters/applied-filters.ts";
import { imageWarnings, listedZoneWarnings } from "./image-warnings.ts";
import { compareBy, keyWithoutValue, ordered, wholeOrder } from "./order.ts";
import { named, queryFacts, type Search } from "./search.ts";
import { keptOutUnread, orderedUnread, type Unreadable } from "./unreadable-members.ts";

const mostRunnersUp = 5;

/** Most matches that a line names. */
const mostNamed = 8;

/** Most images of which a line says that they could not be read. */
const mostUnread = 3;

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
  const unread = [
    ...unreadWarnings([...keptOutUnread(search.images, filters), ...orderedUnread(found, keys)]),
    ...hiddenWarnings(matches.hidden),
  ];
  if (image === undefined) {
    const all = [...listingWarnings(search, filters), ...unread];
    const selection = describe(search, filters, [], { rule: "no match", runnersUp: [], warnings: all });
    return { selection, warnings: [] };
  }
  const decision = decisionOf(found.length, mostRecent, keys);
  const rule = decisionText(decision, english);
  const warnings: Warning[] = [
    ...(next === undefined ? [] : noValueWarnings(mostRecent ? ["-published"] : keys, found)),
    ...tieWarnings(mostRecent ? ["-published", "-created"] : keys, image, next),
    ...imageWarnings(image, search.scope.zone),
    ...listingWarnings(search, filters),
  ];
  const runnersUp = first.slice(1);
  const all = [...warnings, ...unread];
  const selection = describe(search, filters, found, { rule, runnersUp, warnings: all });
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
  const rule =
    found.length === 0
      ? "no match"
      : `${partRule(found.length, images.length, search.offset)} by ${keys.join(", ")}`;
  const warnings = [
    ...(found.length < 2 ? [] : noValueWarnings(search.orderBy ?? [], found)),
    ...listedZoneWarnings(images, search.scope.zone),
    ...listingWarnings(search, filters),
  ];
  const all = [
    ...warnings,
    ...unreadWarnings([...keptOutUnread(search.images, filters), ...orderedUnread(found, keys)]),
    ...hiddenWarnings(matches.hidden),
  ];
  return {
    images,
    totalCount: found.length,
    selection: describe(search, filters, found, { rule, runnersUp, warnings: all }),
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
  const first = ordered(found, keys, mostNamed).map(named);
  throw new ImageAmbiguousError({ tooMany: { query: queryFacts(search), found: found.length, most, first } });
}

function partRule(matches: number, taken: number, offset: number): string {
  if (taken === matches) return "all matches";
  return taken === 0
    ? `none of ${matches} matches`
    : `matches ${offset + 1} to ${offset + taken} of ${matches}`;
}

function describe(
  { images, scope }: Search,
  filters: readonly AppliedFilter[],
  found: readonly Image[],
  how: {
    readonly rule: string;
    readonly runnersUp: readonly Image[];
    readonly warnings: readonly Warning[];
  },
): Selection {
  return {
    rule: how.rule,
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

/** Images that pass every filter, and those that only their status keeps out. */
function matchesOf(
  images: readonly Image[],
  filters: readonly AppliedFilter[],
): { readonly passing: Image[]; readonly hidden: Image[] } {
  const statuses = filters.filter(({ argument }) => argument === "statuses");
  const others = matching(
    images,
    filters.filter(({ argument }) => argument !== "statuses"),
  );
  return {
    passing: matching(others, statuses),
    hidden: others.filter((image) =>
      statuses.some((filter) => !filter.passes(image) && !readsUnknown(filter, image)),
    ),
  };
}

/** Matches that only their status keeps out: they are reported, never silently lost. */
function hiddenWarnings(hidden: readonly Image[]): Warning[] {
  if (hidden.length === 0) return [];
  const shown = ordered(hidden, ["name"], 3);
  const images = shown.map((image) => ({ ...named(image), status: image.status }));
  return [{ kind: "hidden", images, more: hidden.length - shown.length }];
}

/** What a careful reader should know about the listing and how it was read. */
function listingWarnings(
  { changedDuringRead = false }: Search,
  filters: readonly AppliedFilter[],
): Warning[] {
  const byGroup = filters.find(({ fellBack }) => fellBack);
  return [
    ...(byGroup === undefined ? [] : [{ kind: "groupName", argument: byGroup.argument } as const]),
    ...(changedDuringRead ? [{ kind: "changedDuringRead" } as const] : []),
  ];
}

/** Members that could not be read, where a filter or the order asks for them. */
function unreadWarnings(unread: readonly Unreadable[]): Warning[] {
  return unread.map(({ argument, member, images: of }) => {
    const shown = of.slice(0, mostUnread).map(named);
    return { kind: "unreadable", argument, member, images: shown, more: of.length - shown.length };
  });
}

/** The key of an order whose value no match has. */
function noValueWarnings(keys: readonly OrderKey[], found: readonly Image[]): Warning[] {
  const key = keyWithoutValue(keys, found);
  return key === undefined ? [] : [{ kind: "noOrderValue", key }];
}

/** A next match that is as good as the first by the keys of the order. */
function tieWarnings(keys: readonly OrderKey[], image: Image, next: Image | undefined): Warning[] {
  if (next === undefined || compareBy(keys, image, next) !== 0) return [];
  const decided = wholeOrder(keys).find((key) => compareBy([key], image, next) !== 0) ?? "id";
  return [{ kind: "tie", image: named(next), keys, decided }];
}
