import { adviseTags } from "./advise-tags.ts";
import { filter } from "./filter.ts";
import { shownTags, splitTag, tagKeys, wantedTag } from "./tag-spellings.ts";

/** Tags that an image must all have. */
export const tags = filter<readonly string[]>({
  test: (wanted) => {
    const has = wanted.map(wantedTag);
    return (image) => {
      const present = tagKeys(image.tags);
      return has.every((one) => one(present));
    };
  },
  reads: () => ["tags"],
  shown: shownTags,
  lacking: "tags",
  advise: adviseTags,
  distinguishing: (image) => image.tags.flatMap(splitTag).map((tag) => [tag]),
});
