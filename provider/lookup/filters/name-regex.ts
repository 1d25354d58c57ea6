import { nameFilter } from "./name-filter.ts";
import { regexTest } from "./name-patterns.ts";

/** A regular expression that a part of the name fits. */
export const nameRegex = nameFilter(regexTest, { advise: () => [], distinguishing: () => [] });
