import { nameFilter, ownName } from "./name-filter.ts";

/** The exact name, case-sensitive. */
export const name = nameFilter((wanted) => (own) => own === wanted, {
  distinguishing: (image) => [ownName(image)],
});
