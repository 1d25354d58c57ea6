import { filter } from "./filter.ts";
import { shownTags, tagKeys, wantedTag } from "./tag-spellings.ts";

/** Tags of which an image must have none. */
export const tagsNone = filter<readonly string[]>({
  test: (wanted) => {
    const has = wanted.map(wantedTag);
    return (image) => {
      const present = tagKeys(image.tags);
      return !has.some((one) => one(present));
    };
  },
  reads: () => ["tags"],
  shown: shownTags,
  lacking: "tags",
  // An image without tags has none of them.
  isSpecified: () => true,
});
