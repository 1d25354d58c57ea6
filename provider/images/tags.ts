/** A tag as it is compared: half and full width, upper and lower case and outer spaces make no difference. */
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

/** Comparable forms of all tags of an image. */
export function tagKeys(stored: readonly string[]): Set<string> {
  return new Set(stored.flatMap(splitTag).map(tagKey));
}
