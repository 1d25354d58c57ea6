import { flag } from "./kinds.ts";
import { standing } from "./standing.ts";

/** Published by CompShare or by a publisher that it has certified. */
export const certifiedOnly = flag({
  passes: (image) => image.certified || image.official,
  reads: (image) => (image.certified || image.official ? [] : standing),
  shown: (image) => image.author,
  lacking: "author",
  saysWhoPublished: true,
});
