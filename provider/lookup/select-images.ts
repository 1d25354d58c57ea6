import type { Image } from "../contract/image.ts";
import { defaultOrder, type Filters, type OrderKey } from "../contract/query.ts";
import type { Selection } from "../contract/selection.ts";
import { ImageAmbiguousError } from "../errors/image-ambiguous-error.ts";
import { ImageNotFoundError } from "../errors/image-not-found-error.ts";
import type { Scope } from "../listings/scope.ts";
import { english, type Messages, messages } from "../messages/messages.ts";
import { plainText, quoted } from "../messages/plain-text.ts";
import { explainNone } from "./explain-none.ts";
import { explainSeveral } from "./explain-several.ts";
import { type AppliedFilter, appliedFilters, describeFilters, matching } from "./filters.ts";
import { compareBy, ordered } from "./order.ts";

/** What one search has to go on: a complete listing and what is asked of it. */
export interface Search {
  readonly images: readonly Image[];
  /** Whether the listing changed each time that it was read. @default false */
  readonly changedDuringRead?: boolean;
  readonly filters: Filters;
  readonly scope: Scope;
  readonly orderBy: readonly OrderKey[] | undefined;
}

const mostRunnersUp = 5;

/** An image, how it came about, and what the user should be told about it. */
export interface Found {
  readonly image: Image;
  readonly selection: Selection;
  /** The warnings in the user's language. */
  readonly remarks: readonly string[];
}

/** The one image that is meant, or the error that says why there is none or more than one. */
export function selectImage(search: Search & { readonly mostRecent: boolean }): Found {
  const filters = appliedFilters(search.filters);
  const keys = search.orderBy ?? defaultOrder;
  const { passing, hidden } = byStatus(search.images, filters);
  const found = ordered(passing, keys);
  const [image, next] = found;
  if (image === undefined) throw new ImageNotFoundError(explainNone({ ...search, filters }));
  if (next !== undefined && !search.mostRecent && search.orderBy === undefined)
    throw new ImageAmbiguousError(explainSeveral(found, filters));
  const rule =
    next === undefined
      ? "the only match"
      : search.mostRecent
        ? `most recent of ${found.length}`
        : `first of ${found.length} by ${keys.join(", ")}`;
  const deciding = search.mostRecent ? (["-published", "-created"] as const) : keys;
  const tied = next !== undefined && compareBy(deciding, image, next) === 0 ? next : undefined;
  const remarks = (words: Messages): string[] => [
    ...(tied === undefined
      ? []
      : [
          words.images.remarks.tie(
            `${quoted(tied.name)} ${plainText(tied.id)}`,
            deciding.join(", "),
            search.mostRecent,
          ),
        ]),
    ...imageRemarks(image, words),
    ...listingRemarks(search, words),
  ];
  const warnings = remarks(english);
  const selection = describeSelection(search, filters, found, { rule, chosen: 1, warnings, hidden });
  return { image, selection, remarks: remarks(messages()) };
}

/** How it came about that no image is answered. */
export function emptySelection(search: Search): Selection {
  const filters = appliedFilters(search.filters);
  const { hidden } = byStatus(search.images, filters);
  const warnings = listingRemarks(search, english);
  return describeSelection(search, filters, [], { rule: "no match", chosen: 0, warnings, hidden });
}

/** How much of a list is asked for, and how long it has to be. */
export interface Part {
  readonly offset: number;
  readonly limit?: number | undefined;
  readonly minCount?: number | undefined;
  readonly maxCount?: number | undefined;
}

/** All images that are meant, in order, and the part of them that is asked for. */
export function selectImages(search: Search & Part): {
  readonly images: readonly Image[];
  readonly totalCount: number;
  readonly selection: Selection;
} {
  const filters = appliedFilters(search.filters);
  const keys = search.orderBy ?? defaultOrder;
  const { passing, hidden } = byStatus(search.images, filters);
  const found = ordered(passing, keys);
  checkCount(search, filters, found);
  const end = search.limit === undefined ? found.length : search.offset + search.limit;
  const images = found.slice(search.offset, end);
  const described = {
    rule:
      found.length === 0
        ? "no match"
        : `${partRule(found.length, images.length, search.offset)} by ${keys.join(", ")}`,
    chosen: end,
    warnings: listingRemarks(search, english),
    hidden,
  };
  return {
    images,
    totalCount: found.length,
    selection: describeSelection(search, filters, found, described),
  };
}

function checkCount(search: Search & Part, filters: readonly AppliedFilter[], found: readonly Image[]): void {
  const { minCount = 0, maxCount = Number.POSITIVE_INFINITY } = search;
  if (found.length < minCount) {
    const count = messages().images.counts.tooFew(found.length, minCount);
    throw new ImageNotFoundError(
      found.length === 0 ? `${count}\n${explainNone({ ...search, filters })}` : count,
    );
  }
  if (found.length <= maxCount) return;
  const names = found.slice(0, 8).map(({ name, id }) => `${quoted(name)} ${plainText(id)}`);
  const more = found.length > 8 ? ", …" : "";
  throw new ImageAmbiguousError(
    messages().images.counts.tooMany(found.length, maxCount, `${names.join(", ")}${more}`),
  );
}

function partRule(matches: number, taken: number, offset: number): string {
  if (taken === matches) return "all matches";
  return taken === 0
    ? `none of ${matches} matches`
    : `matches ${offset + 1} to ${offset + taken} of ${matches}`;
}

/** What a selection says beside what was asked. */
interface Described {
  readonly rule: string;
  readonly chosen: number;
  readonly warnings: readonly string[];
  readonly hidden: readonly Image[];
}

function describeSelection(
  search: Search,
  filters: readonly AppliedFilter[],
  found: readonly Image[],
  described: Described,
): Selection {
  const runnersUp = found.slice(described.chosen, described.chosen + mostRunnersUp);
  return {
    rule: described.rule,
    rowsScanned: search.images.length,
    rowsMatched: found.length,
    appliedFilters: { ...describeFilters(filters), region: search.scope.region, source: search.scope.source },
    runnersUp: runnersUp.map(({ id, name, publishedAt }) => ({
      id,
      name,
      ...(publishedAt === undefined ? {} : { publishedAt }),
    })),
    warnings: [...described.warnings, ...hiddenWarnings(described.hidden)],
  };
}

/** Images that pass every filter, and those that only their status keeps out. */
function byStatus(
  images: readonly Image[],
  filters: readonly AppliedFilter[],
): { readonly passing: Image[]; readonly hidden: Image[] } {
  const statuses = filters.find((filter) => filter.argument === "statuses");
  const others = matching(
    images,
    filters.filter((filter) => filter !== statuses),
  );
  if (statuses === undefined) return { passing: others, hidden: [] };
  return {
    passing: others.filter((image) => statuses.passes(image)),
    hidden: others.filter((image) => !statuses.passes(image)),
  };
}

/** Matches that only their status keeps out: they are reported, never silently lost. */
function hiddenWarnings(hidden: readonly Image[]): string[] {
  if (hidden.length === 0) return [];
  const shown = ordered(hidden, ["name"])
    .slice(0, 3)
    .map(
      (image) => `${quoted(image.name)} ${plainText(image.id)} (${plainText(image.status ?? "no status")})`,
    );
  const more = hidden.length > 3 ? ` and ${hidden.length - 3} more` : "";
  return [`left out because of their status: ${shown.join("; ")}${more}`];
}

/** What a careful reader should know about the listing. */
function listingRemarks({ changedDuringRead = false }: Search, words: Messages): string[] {
  return changedDuringRead ? [words.images.remarks.changedDuringRead] : [];
}

/** What a careful reader should know about an image. */
export function imageRemarks(image: Image, words: Messages): string[] {
  const { remarks } = words.images;
  const { status, source, official, author, price = 0 } = image;
  return [
    ...(status === "Available" ? [] : [remarks.status(plainText(status ?? remarks.unknownStatus))]),
    ...(source === "community" && !official
      ? [remarks.community(author === undefined ? remarks.unnamed : quoted(author))]
      : []),
    ...(price > 0 ? [remarks.price(price)] : []),
  ];
}
