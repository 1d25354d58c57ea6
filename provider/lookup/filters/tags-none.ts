import { filter } from "./filter.ts";
import { shownTags, tagTest } from "./tag-spellings.ts";

/** Tags of which an image must have none. */
export const tagsNone = filter<readonly string[]>({
  test: tagTest((keys, present) => !keys.some((key) => present.has(key))),
  reads: () => ["tags"],
  shown: shownTags,
  lacking: "tags",
  // An image without tags has none of them.
  isSpecified: () => true,
});
