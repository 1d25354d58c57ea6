import { filter } from "./filter.ts";

/** Largest size. */
export const maxSizeMb = filter<number>({
  test: (wanted) => (image) => image.sizeMb !== undefined && image.sizeMb <= wanted,
  reads: () => ["sizeMb"],
  shown: (image) => (image.sizeMb === undefined ? undefined : `${image.sizeMb} MB`),
  lacking: "size",
  isSpecified: (image) => image.sizeMb !== undefined,
  advise: () => [],
  distinguishing: () => [],
  hasSubstitutes: true,
});
