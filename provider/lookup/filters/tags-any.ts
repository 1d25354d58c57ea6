import { adviseTags } from "./advise-tags.ts";
import { tagFilter } from "./tag-filter.ts";

/** Tags of which an image must have one. */
export const tagsAny = tagFilter((wanted, present) => wanted.some((isIn) => isIn(present)), {
  advise: adviseTags,
});
