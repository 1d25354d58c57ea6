import { adviseTags } from "./advise-tags.ts";
import { filter } from "./filter.ts";
import { shownTags, tagKeys, wantedTag } from "./tag-spellings.ts";

/** Tags of which an image must have one. */
export const tagsAny = filter<readonly string[]>({
  test: (wanted) => {
    const has = wanted.map(wantedTag);
    return (image) => {
      const present = tagKeys(image.tags);
      return has.some((one) => one(present));
    };
  },
  reads: () => ["tags"],
  shown: shownTags,
  lacking: "tags",
  advise: adviseTags,
});
