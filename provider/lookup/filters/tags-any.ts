import { adviseTags } from "./advise-tags.ts";
import { filter } from "./filter.ts";
import { shownTags, tagTest } from "./tag-spellings.ts";

/** Tags of which an image must have one. */
export const tagsAny = filter<readonly string[]>({
  test: tagTest((keys, present) => keys.some((key) => present.has(key))),
  reads: () => ["tags"],
  shown: shownTags,
  lacking: "tags",
  advise: adviseTags,
});
