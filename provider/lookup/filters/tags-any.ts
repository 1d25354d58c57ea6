import { adviseTags } from "./advise-tags.ts";
import { tagFilter } from "./tag-filter.ts";
import { hasTags } from "./tag-spellings.ts";

/** Tags of which an image must have one. */
export const tagsAny = tagFilter((wanted, present) => wanted.some((key) => present.has(key)), {
  isSpecified: hasTags,
  advise: adviseTags,
  distinguishing: () => [],
});
