import type { Image } from "../contract/image.ts";
import type { OrderKey } from "../contract/query.ts";
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

/** The first of the images that match a pin's query which comes before the pinned one in the pin's own order. */
export function newerImage(
  pinned: Image,
  matches: readonly Image[],
  preference: Preference,
): Image | undefined {
  const keys = preferredOrder(preference);
  const before = matches.filter((image) => image.id !== pinned.id && compareBy(keys, image, pinned) < 0);
  return ordered(before, keys)[0];
}
