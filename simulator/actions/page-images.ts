import { type Random, seededRandom, shuffled } from "../catalogue/seeded-random.ts";
import type { Quirks } from "../quirks/quirks.ts";
import type { ImageRow } from "../state/image-row.ts";

export interface PageRequest {
  readonly limit: number;
  readonly offset: number;
}

export type CutPage<Item> = (
  listing: readonly Item[],
  request: PageRequest,
  quirks: Quirks,
  random: Random,
) => readonly Item[];

type Listing = readonly ImageRow[];

const groupsOf = new WeakMap<Listing, readonly Listing[]>();
const reordered = new WeakMap<readonly unknown[], readonly unknown[]>();

// A large catalogue is read page by page without a change in between, so it is grouped once and not once a page.
function groupsByType(rows: Listing): readonly Listing[] {
  const known = groupsOf.get(rows);
  if (known !== undefined) return known;
  const groups = [...Map.groupBy(rows, ({ ImageType }) => ImageType).values()];
  groupsOf.set(rows, groups);
  return groups;
}

function inAnotherOrder<Item>(items: readonly Item[]): readonly Item[] {
  // What is remembered for a list is a list of the same items.
  const known = reordered.get(items) as readonly Item[] | undefined;
  if (known !== undefined) return known;
  const order = shuffled(items, seededRandom(items.length));
  reordered.set(items, order);
  return order;
}

function ordered<Item>(items: readonly Item[], order: Quirks["order"], random: Random): readonly Item[] {
  switch (order) {
    case "stable":
    case "shuffled-per-page":
      return items;
    case "shuffled":
      return inAnotherOrder(items);
    case "shuffled-per-request":
      return shuffled(items, random);
    default:
      return order satisfies never;
  }
}

function cut<Item>(
  parts: readonly (readonly Item[])[],
  { limit, offset }: PageRequest,
  { clampLimit, pageMode, order }: Quirks,
  random: Random,
): readonly Item[] {
  const size = clampLimit === 0 ? limit : Math.min(limit, clampLimit);
  const first = pageMode === "offset-ignored" ? 0 : offset;
  const end = pageMode === "limit-ignored" ? undefined : first + size;
  const page = parts.flatMap((part) => part.slice(first, end));
  return order === "shuffled-per-page" ? shuffled(page, random) : page;
}

/** A page of platform images: types page apart by default, so it may hold more rows than its limit. */
export const pageByType: CutPage<ImageRow> = (listing, request, quirks, random) => {
  const rows = ordered(listing, quirks.order, random);
  return cut(quirks.pageMode === "together" ? [rows] : groupsByType(rows), request, quirks, random);
};

/** A page of a listing that counts all its items together: images of the other listings, or groups of them. */
export function pageTogether<Item>(
  listing: readonly Item[],
  request: PageRequest,
  quirks: Quirks,
  random: Random,
): readonly Item[] {
  return cut([ordered(listing, quirks.order, random)], request, quirks, random);
}
