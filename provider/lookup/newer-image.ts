import type { Image } from "../contract/image.ts";
import type { Filters, OrderKey } from "../contract/query.ts";
import { filtersOver, matching } from "./filters/applied-filters.ts";
import { compareBy, ordered } from "./order.ts";

/** How a pin prefers one image to another. */
interface Preference {
  readonly policy?: string | undefined;
  readonly orderBy?: readonly OrderKey[] | undefined;
}

/** The order in which a pin prefers one image to another: a pin within a range by version, else as it says, else by date. */
export function preferredOrder({ policy, orderBy }: Preference): readonly OrderKey[] {
  return policy === "withinRange" ? ["-version"] : (orderBy ?? ["-published", "-created"]);
}

/** The first image, in the pin's own order, that satisfies the query and comes before the pinned one. */
export function newerImage(
  pinned: Image,
  images: readonly Image[],
  query: Filters & Preference,
): Image | undefined {
  const keys = preferredOrder(query);
  const before = matching(images, filtersOver(query, images)).filter(
    (image) => image.id !== pinned.id && compareBy(keys, image, pinned) < 0,
  );
  return ordered(before, keys)[0];
}
