import type { Image } from "../provider/contract/image.ts";
import { type CatalogueFile, catalogueText, type FileListing } from "../provider/listings/catalogue-file.ts";

/** An image of a snapshot that is not what it was. */
export interface ChangedImage {
  readonly kind: "added" | "removed" | "changed";
  readonly source: string;
  readonly region: string;
  readonly id: string;
  readonly name: string;
  /** Members that differ, of an image that changed. */
  readonly members: readonly string[];
}

/** What is different in a new snapshot, as far as the file shows it. */
export function changedImages(
  before: readonly FileListing[],
  now: readonly FileListing[],
): readonly ChangedImage[] {
  const keys = new Set([...before, ...now].map(keyOf));
  return [...keys].flatMap((key) => {
    const [old, next] = [before, now].map((listings) => listings.find((one) => keyOf(one) === key));
    return changesOf(old, next);
  });
}

function keyOf({ source, region }: FileListing): string {
  return `${source} ${region}`;
}

function changesOf(old: FileListing | undefined, next: FileListing | undefined): readonly ChangedImage[] {
  const { source = "", region = "" } = next ?? old ?? {};
  const [before, now] = [byId(old), byId(next)];
  const change = (
    kind: ChangedImage["kind"],
    { id, name }: Image,
    members: readonly string[] = [],
  ): ChangedImage => ({ kind, source, region, id, name, members });
  const gone = [...before.values()].filter(({ id }) => !now.has(id));
  const others = [...now.values()].flatMap((image) => {
    const known = before.get(image.id);
    if (known === undefined) return [change("added", image)];
    const members = differing(known, image);
    return members.length === 0 ? [] : [change("changed", image, members)];
  });
  return [...gone.map((image) => change("removed", image)), ...others].toSorted((one, other) =>
    one.id < other.id ? -1 : 1,
  );
}

function byId(listing: FileListing | undefined): ReadonlyMap<string, Image> {
  return new Map(listing?.images.map((image) => [image.id, image]));
}

function differing(one: Image, other: Image): readonly string[] {
  const [left, right]: [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>] = [one, other];
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].filter((name) => JSON.stringify(left[name]) !== JSON.stringify(right[name]));
}

/** Whether two snapshots say the same, whenever they were taken. */
export function saysTheSame(one: CatalogueFile, other: CatalogueFile): boolean {
  return catalogueText({ ...one, takenAt: "" }) === catalogueText({ ...other, takenAt: "" });
}
