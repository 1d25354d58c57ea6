import { flag } from "./kinds.ts";

/** Known to cost nothing of its own: what nobody says is not known to be free. */
export const freeOnly = flag({
  passes: (image) => image.price === 0 || (image.price === undefined && image.imageCharge === false),
  // Whether it is charged for counts only where it has no price; a price that it has was read.
  reads: (image) => (image.price === undefined ? ["price", "imageCharge"] : []),
  shown: (image) => image.price?.toString(),
  lacking: ({ imageCharge }) => (imageCharge === true ? "chargedPrice" : "charge"),
  isSpecified: ({ price, imageCharge }) => price !== undefined || imageCharge !== undefined,
});
