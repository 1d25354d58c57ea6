import type { Image } from "../contract/image.ts";
import { defaultOrder, type OrderKey, orderKeys } from "../contract/query.ts";
import { compareVersions } from "./versions/compare-versions.ts";
import { imageVersion } from "./versions/image-version.ts";
import { readSoftwareVersion, readVersion } from "./versions/read-version.ts";

type Key = (typeof orderKeys)[number];

/** A value of images to order by: what it reads, and how two images compare whose values are read once. */
interface Column {
  readonly reads: readonly (keyof Image)[];
  readonly has: (image: Image) => boolean;
  readonly comparer: (
    images: readonly Image[],
    descending: boolean,
  ) => (one: number, other: number) => number;
}

function column<Value>(
  reads: readonly (keyof Image)[],
  value: (image: Image) => Value | undefined,
  compare: (one: Value, other: Value) => number,
): Column {
  return {
    reads,
    has: (image) => value(image) !== undefined,
    comparer: (images, descending) => {
      const values = images.map(value);
      return (one, other) => {
        const [left, right] = [values[one], values[other]];
        // An image without the value comes last, whichever the direction.
        if (left === undefined || right === undefined)
          return Number(left === undefined) - Number(right === undefined);
        return descending ? compare(right, left) : compare(left, right);
      };
    },
  };
}

const byText = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);
const byNumber = (one: number, other: number): number => one - other;

/** When an image was published, else when it was made. RFC 3339 times of one zone compare as text. */
export function publication({ publishedAt, createdAt }: Image): string | undefined {
  return publishedAt ?? createdAt;
}

const columns: Readonly<Record<Key, Column>> = {
  published: column(["publishedAt", "createdAt"], publication, byText),
  created: column(["createdAt"], (image) => image.createdAt, byText),
  name: column(["name"], (image) => image.name, byText),
  version: column(["versionName", "name", "frameworkVersion"], imageVersion, compareVersions),
  frameworkVersion: column(
    ["frameworkVersion"],
    (image) => readVersion(image.frameworkVersion),
    compareVersions,
  ),
  cudaVersion: column(
    ["cudaVersion"],
    (image) => readSoftwareVersion("cuda", image.cudaVersion),
    compareVersions,
  ),
  size: column(["sizeMb"], (image) => image.sizeMb, byNumber),
  price: column(["price"], (image) => image.price, byNumber),
  id: column(["id"], (image) => image.id, byText),
};

/** The column of a key, and its direction. */
function read(key: OrderKey): { readonly key: Key; readonly column: Column; readonly descending: boolean } {
  const descending = key.startsWith("-");
  const bare = orderKeys.find((one) => one === key || `-${one}` === key) ?? "id";
  return { key: bare, column: columns[bare], descending };
}

/** Keys in the form in which the first of two that read the same value counts. */
function distinct(keys: readonly OrderKey[]): readonly OrderKey[] {
  return keys.filter((key, index) => keys.findIndex((other) => read(other).key === read(key).key) === index);
}

/** Compares two images by keys alone; 0 when the keys do not tell them apart. */
export function compareBy(keys: readonly OrderKey[], one: Image, other: Image): number {
  for (const key of keys) {
    const { column, descending } = read(key);
    const order = column.comparer([one, other], descending)(0, 1);
    if (order !== 0) return order;
  }
  return 0;
}

/** The keys of an order down to the ID: what it leaves equal goes on by the default order. */
export function wholeOrder(keys: readonly OrderKey[]): readonly OrderKey[] {
  return distinct([...keys, ...defaultOrder]);
}

/** Images in a total order, so that the server's own order never shows. Each value is read once. */
export function ordered(images: readonly Image[], keys: readonly OrderKey[]): Image[] {
  const compare = wholeOrder(keys).map((key) => {
    const { column, descending } = read(key);
    return column.comparer(images, descending);
  });
  const indices = images.map((_, index) => index);
  indices.sort((one, other) => {
    for (const byKey of compare) {
      const order = byKey(one, other);
      if (order !== 0) return order;
    }
    return 0;
  });
  return indices.flatMap((index) => images[index] ?? []);
}

/** The first of these keys whose value none of the images has. */
export function keyWithoutValue(keys: readonly OrderKey[], images: readonly Image[]): OrderKey | undefined {
  return keys.find((key) => !images.some(read(key).column.has));
}

/** Members of an image that these keys read. */
export function membersOf(keys: readonly OrderKey[]): readonly (keyof Image)[] {
  return keys.flatMap((key) => read(key).column.reads);
}
