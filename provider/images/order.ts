import type { Image } from "../contract/image.ts";
import type { OrderKey, orderKeys } from "../contract/query.ts";
import { compareVersions, imageVersion } from "./versions.ts";

type Key = (typeof orderKeys)[number];

function by<Value>(
  value: (image: Image) => Value | undefined,
  compare: (one: Value, other: Value) => number,
) {
  return (one: Image, other: Image, descending: boolean): number => {
    const [left, right] = [value(one), value(other)];
    // An image without the value comes last, whichever the direction.
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined);
    return descending ? compare(right, left) : compare(left, right);
  };
}

const text = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);
const number = (one: number, other: number): number => one - other;

/** RFC 3339 times of one zone compare as text. */
const comparisons: Readonly<Record<Key, (one: Image, other: Image, descending: boolean) => number>> = {
  published: by((image) => image.publishedAt, text),
  created: by((image) => image.createdAt, text),
  name: by((image) => image.name, text),
  version: by(imageVersion, compareVersions),
  size: by((image) => image.sizeMb, number),
  price: by((image) => image.price, number),
  id: by((image) => image.id, text),
};

/** Compares two images by keys alone; 0 when they do not tell them apart. */
export function compareBy(keys: readonly OrderKey[], one: Image, other: Image): number {
  for (const key of keys) {
    const descending = key.startsWith("-");
    const order = comparisons[(descending ? key.slice(1) : key) as Key](one, other, descending);
    if (order !== 0) return order;
  }
  return 0;
}

/** Images in a total order: ties end at the ID, so the server's own order never shows. */
export function ordered(images: readonly Image[], keys: readonly OrderKey[]): Image[] {
  return [...images].sort((one, other) => compareBy([...keys, "id"], one, other));
}
