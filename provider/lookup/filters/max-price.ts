import { filter } from "./filter.ts";

/** Highest price of the image itself. */
export const maxPrice = filter<number>({
  test: (wanted) => (image) => image.price !== undefined && image.price <= wanted,
  reads: () => ["price"],
  shown: (image) => image.price?.toString(),
  lacking: "price",
  isSpecified: (image) => image.price !== undefined,
  advise: () => [],
  distinguishing: () => [],
  hasSubstitutes: true,
});
