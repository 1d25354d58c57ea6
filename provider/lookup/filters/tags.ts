import { adviseTags } from "./advise-tags.ts";
import { tagFilter } from "./tag-filter.ts";
import { splitTag } from "./tag-spellings.ts";

/** Tags that an image must all have. */
export const tags = tagFilter((wanted, present) => wanted.every((isIn) => isIn(present)), {
  advise: adviseTags,
  distinguishing: (image) => image.tags.flatMap(splitTag).map((tag) => [tag]),
});
