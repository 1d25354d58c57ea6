import { adviseNames } from "./advise-names.ts";
import { nameFilter } from "./name-filter.ts";

/** A part of the name, case-sensitive. */
export const nameContains = nameFilter((wanted) => (own) => own.includes(wanted), {
  advise: adviseNames,
  distinguishing: () => [],
});
