import type { ImageRow } from "./image-row.ts";
import type { Quirks } from "./quirks.ts";
import { type Random, seededRandom, shuffled } from "./seeded-random.ts";

/** Part of a listing. */
export interface PageRequest {
  readonly limit: number;
  readonly offset: number;
}

type Listing = readonly ImageRow[];

const groupsOf = new WeakMap<Listing, readonly Listing[]>();
const reordered = new WeakMap<Listing, Listing>();

// A large catalogue is read page by page without a change in between, so it is grouped once and not once a page.
function groupsByType(rows: Listing): readonly Listing[] {
  const known = groupsOf.get(rows);
  if (known !== undefined) return known;
  const byType = new Map<string, ImageRow[]>();
  for (const row of rows) {
    const group = byType.get(row.ImageType);
    if (group === undefined) byType.set(row.ImageType, [row]);
    else group.push(row);
  }
  const groups = [...byType.values()];
  groupsOf.set(rows, groups);
  return groups;
}

function inAnotherOrder(rows: Listing): Listing {
  const known = reordered.get(rows);
  if (known !== undefined) return known;
  const order = shuffled(rows, seededRandom(rows.length));
  reordered.set(rows, order);
  return order;
}

function ordered(rows: Listing, order: Quirks["order"], random: Random): Listing {
  switch (order) {
    case "stable":
    case "shuffled-per-page":
      return rows;
    case "shuffled":
      return inAnotherOrder(rows);
    case "shuffled-per-request":
      return shuffled(rows, random);
    default:
      return order satisfies never;
  }
}

/** Cuts one page out of a listing. Types page apart by default, so a page may hold more rows than its limit. */
export function pageOf(
  listing: Listing,
  { limit, offset }: PageRequest,
  quirks: Quirks,
  random: Random,
): Listing {
  const rows = ordered(listing, quirks.order, random);
  const size = quirks.clampLimit === 0 ? limit : Math.min(limit, quirks.clampLimit);
  const first = quirks.pageMode === "offset-ignored" ? 0 : offset;
  const end = quirks.pageMode === "limit-ignored" ? rows.length : first + size;
  const groups = quirks.pageMode === "together" ? [rows] : groupsByType(rows);
  const page = groups.flatMap((group) => group.slice(first, end));
  return quirks.order === "shuffled-per-page" ? shuffled(page, random) : page;
}
