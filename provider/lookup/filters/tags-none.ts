import { tagFilter } from "./tag-filter.ts";

/** Tags of which an image must have none. */
export const tagsNone = tagFilter((wanted, present) => !wanted.some((key) => present.has(key)), {
  // An image without tags has none of them.
  isSpecified: () => true,
  advise: () => [],
  distinguishing: () => [],
});
