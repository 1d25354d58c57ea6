import type { Image } from "../../contract/image.ts";

/** A tag as it is compared: case-insensitive, without outer spaces, half and full width alike. */
export function tagKey(tag: string): string {
  return tag.normalize("NFKC").trim().toLowerCase();
}

/** The tags that a stored tag stands for: CompShare joins spellings of one tag with a comma, half or full width. */
export function splitTag(stored: string): string[] {
  return stored
    .split(/[,，]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
}

const remembered = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Comparable forms of all tags of an image; remembered for each list, since every query asks again. */
export function tagKeys(stored: readonly string[]): ReadonlySet<string> {
  const known = remembered.get(stored);
  if (known !== undefined) return known;
  const keys = new Set(stored.flatMap(splitTag).map(tagKey));
  remembered.set(stored, keys);
  return keys;
}

/** Whether an image has a tag that CompShare offers. A tag as stored, spellings joined, stands for all of them. */
export function wantedTag(tag: string): (present: ReadonlySet<string>) => boolean {
  const spellings = splitTag(tag).map(tagKey);
  return (present) => spellings.length > 0 && spellings.every((key) => present.has(key));
}

/** Whether an image has any tags. */
export function hasTags({ tags }: Image): boolean {
  return tags.length > 0;
}

/** The tags of an image as people read them; absent where it has none. */
export function shownTags(image: Image): string | undefined {
  return hasTags(image) ? image.tags.join(" ") : undefined;
}
