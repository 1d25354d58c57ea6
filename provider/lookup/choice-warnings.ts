import type { Image } from "../contract/image.ts";
import type { OrderKey } from "../contract/query.ts";
import type { Warning } from "../messages/warnings.ts";
import type { AppliedFilter, Matches } from "./filters/applied-filters.ts";
import { compareBy, keyWithoutValue, ordered, wholeOrder } from "./order.ts";
import { firstNamed, mostNamed, named, type Search } from "./search.ts";
import { keptOutUnread, orderedUnread } from "./unreadable-members.ts";

/** What a careful reader should know about the images that are not in the result, or not in their place. */
export function leftOutWarnings(
  images: readonly Image[],
  filters: readonly AppliedFilter[],
  { passing, hidden }: Matches,
  keys: readonly OrderKey[],
): Warning[] {
  const unread = [...keptOutUnread(images, filters), ...orderedUnread(passing, keys)];
  return [
    ...unread.map(({ argument, member, images: of }): Warning => {
      return { kind: "unreadable", argument, member, ...firstNamed(of, named) };
    }),
    ...hiddenWarnings(hidden),
  ];
}

/** Matches that only their status keeps out: they are reported, never silently lost. */
function hiddenWarnings(hidden: readonly Image[]): Warning[] {
  if (hidden.length === 0) return [];
  // Only so many are put in order: that takes one pass.
  const shown = ordered(hidden, ["name"], mostNamed);
  const images = shown.map((image) => ({ ...named(image), status: image.status }));
  return [{ kind: "hidden", images, more: hidden.length - shown.length }];
}

/** What a careful reader should know about the listing and how it was read. */
export function listingWarnings(
  { changedDuringRead = false }: Search,
  filters: readonly AppliedFilter[],
): Warning[] {
  const publishers = filters
    .filter(({ publisherOf }) => publisherOf !== undefined)
    .map(({ argument }) => argument);
  return [
    ...filters
      .filter(({ fellBack }) => fellBack)
      .map(({ argument }): Warning => ({ kind: "groupName", argument, publishers })),
    ...(changedDuringRead ? [{ kind: "changedDuringRead" } as const] : []),
  ];
}

/** The key of an order whose value no match has. */
export function noValueWarnings(keys: readonly OrderKey[], found: readonly Image[]): Warning[] {
  const key = keyWithoutValue(keys, found);
  return key === undefined ? [] : [{ kind: "noOrderValue", key }];
}

/** A next match that is as good as the first by the keys of the order. */
export function tieWarnings(keys: readonly OrderKey[], image: Image, next: Image | undefined): Warning[] {
  if (next === undefined || compareBy(keys, image, next) !== 0) return [];
  const decided = wholeOrder(keys).find((key) => compareBy([key], image, next) !== 0) ?? "id";
  return [{ kind: "tie", image: named(next), keys, decided }];
}
