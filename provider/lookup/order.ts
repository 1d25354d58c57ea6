import type { Image } from "../contract/image.ts";
import type { OrderKey, orderKeys } from "../contract/query.ts";
import { compareVersions, imageVersion } from "./versions.ts";

type Key = (typeof orderKeys)[number];

/** A value of an image and how two of its kind compare. RFC 3339 times of one zone compare as text. */
interface KeyFacts<Value> {
  readonly value: (image: Image) => Value | undefined;
  readonly compare: (one: Value, other: Value) => number;
}

const text = (value: (image: Image) => string | undefined): KeyFacts<string> => ({
  value,
  compare: (one, other) => (one === other ? 0 : one < other ? -1 : 1),
});
const number = (value: (image: Image) => number | undefined): KeyFacts<number> => ({
  value,
  compare: (one, other) => one - other,
});

const keyFacts = {
  published: text((image) => image.publishedAt),
  created: text((image) => image.createdAt),
  name: text((image) => image.name),
  version: { value: imageVersion, compare: compareVersions },
  size: number((image) => image.sizeMb),
  price: number((image) => image.price),
  id: text((image) => image.id),
} satisfies Record<Key, unknown>;

/** A key of an order: reads what it compares, and compares it. */
interface Step {
  readonly value: (image: Image) => unknown;
  readonly compare: (left: unknown, right: unknown) => number;
}

function step(key: OrderKey): Step {
  const descending = key.startsWith("-");
  const facts = keyFacts[(descending ? key.slice(1) : key) as Key] as KeyFacts<unknown>;
  return {
    value: facts.value,
    compare: (left, right) => {
      // An image without the value comes last, whichever the direction.
      if (left === undefined || right === undefined)
        return Number(left === undefined) - Number(right === undefined);
      return descending ? facts.compare(right, left) : facts.compare(left, right);
    },
  };
}

/** Compares two images by keys alone; 0 when they do not tell them apart. */
export function compareBy(keys: readonly OrderKey[], one: Image, other: Image): number {
  for (const { value, compare } of keys.map(step)) {
    const order = compare(value(one), value(other));
    if (order !== 0) return order;
  }
  return 0;
}

/** Images in a total order: ties end at the ID, so the server's own order never shows. Each value is read once. */
export function ordered(images: readonly Image[], keys: readonly OrderKey[]): Image[] {
  const steps = [...keys, "id" as const].map(step);
  const read = images.map((image) => ({ image, values: steps.map(({ value }) => value(image)) }));
  read.sort((one, other) => {
    for (const [index, { compare }] of steps.entries()) {
      const order = compare(one.values[index], other.values[index]);
      if (order !== 0) return order;
    }
    return 0;
  });
  return read.map(({ image }) => image);
}
