import { adviseTags } from "./advise-tags.ts";
import { tagFilter } from "./tag-filter.ts";
import { hasTags, splitTag } from "./tag-spellings.ts";

/** Tags that an image must all have. */
export const tags = tagFilter((wanted, present) => wanted.every((key) => present.has(key)), {
  isSpecified: hasTags,
  advise: adviseTags,
  distinguishing: (image) => image.tags.flatMap(splitTag).map((tag) => [tag]),
});
