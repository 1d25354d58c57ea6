import { adviseTags } from "./advise-tags.ts";
import { filter } from "./filter.ts";
import { shownTags, splitTag, tagTest } from "./tag-spellings.ts";

/** Tags that an image must all have. */
export const tags = filter<readonly string[]>({
  test: tagTest((keys, present) => keys.every((key) => present.has(key))),
  reads: () => ["tags"],
  shown: shownTags,
  lacking: "tags",
  advise: adviseTags,
  distinguishing: (image) => image.tags.flatMap(splitTag).map((tag) => [tag]),
});
