import { nameFilter } from "./name-filter.ts";
import { globTest } from "./name-patterns.ts";

/** A glob over the whole name, case-sensitive. */
export const nameGlob = nameFilter(globTest, { advise: () => [], distinguishing: () => [] });
