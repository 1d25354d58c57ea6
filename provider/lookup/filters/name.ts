import { adviseNames } from "./advise-names.ts";
import { nameFilter, ownName } from "./name-filter.ts";

/** The exact name, case-sensitive. */
export const name = nameFilter((wanted) => (own) => own === wanted, {
  advise: adviseNames,
  distinguishing: (image) => [ownName(image)],
});
