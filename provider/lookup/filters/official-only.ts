import { flag } from "./kinds.ts";
import { standing } from "./standing.ts";

/** Published by CompShare itself. */
export const officialOnly = flag({
  passes: (image) => image.official,
  reads: (image) => (image.official ? [] : standing),
  shown: (image) => image.author,
  lacking: "author",
  saysWhoPublished: true,
});
