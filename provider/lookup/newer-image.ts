import type { Image } from "../contract/image.ts";
import { highest, newest, type OrderKey } from "../contract/query.ts";
import { isSurelyBefore, ordered } from "./order.ts";

/** How a pin prefers one image to another. */
interface Preference {
  readonly policy?: string | undefined;
  readonly orderBy?: readonly OrderKey[] | undefined;
}

/** The order that a pin asks for: within a range by version, else as it says; `undefined` where it says nothing. */
export function askedOrder({ policy, orderBy }: Preference): readonly OrderKey[] | undefined {
  return policy === "withinRange" ? highest : orderBy;
}

/** The order in which a pin prefers one image to another: the one that it asks for, else by date. */
function preferredOrder(preference: Preference): readonly OrderKey[] {
  return askedOrder(preference) ?? newest;
}

/** Whether a pin prefers an image to its own. What could not be read of either decides nothing: the unknown never moves a pin. */
export function isBetter(image: Image, pinned: Image, preference: Preference): boolean {
  return image.id !== pinned.id && isSurelyBefore(preferredOrder(preference), image, pinned);
}

/** The best of the images that match a pin's query and that it prefers to its own. */
export function newerImage(
  pinned: Image,
  matches: readonly Image[],
  preference: Preference,
): Image | undefined {
  const better = matches.filter((image) => isBetter(image, pinned, preference));
  return ordered(better, preferredOrder(preference), 1)[0];
}
