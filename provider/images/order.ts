import type { Image } from "../contract/image.ts";
import type { OrderKey, orderKeys } from "../contract/query.ts";

type Key = (typeof orderKeys)[number];

/** What each key compares. RFC 3339 times of one zone compare as text. */
const values: Readonly<Record<Key, (image: Image) => string | number | undefined>> = {
  published: (image) => image.publishedAt,
  created: (image) => image.createdAt,
  name: (image) => image.name,
  size: (image) => image.sizeMb,
  price: (image) => image.price,
  id: (image) => image.id,
};

/** Compares two images by keys alone; 0 when they do not tell them apart. */
export function compareBy(keys: readonly OrderKey[], one: Image, other: Image): number {
  for (const key of keys) {
    const descending = key.startsWith("-");
    const value = values[(descending ? key.slice(1) : key) as Key];
    const [left, right] = [value(one), value(other)];
    if (left === right) continue;
    // An image without the value comes last, whichever the direction.
    if (left === undefined) return 1;
    if (right === undefined) return -1;
    return left < right === descending ? 1 : -1;
  }
  return 0;
}

/** Images in a total order: ties end at the ID, so the server's own order never shows. */
export function ordered(images: readonly Image[], keys: readonly OrderKey[]): Image[] {
  return [...images].sort((one, other) => compareBy([...keys, "id"], one, other));
}
