import { flag } from "./kinds.ts";

/** Without a price of its own. */
export const freeOnly = flag({
  passes: (image) => image.price === 0 || (image.price === undefined && image.imageCharge === false),
  reads: ["price", "imageCharge"],
  shown: (image) => image.price?.toString(),
  lacking: "price",
});
