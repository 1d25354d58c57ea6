import { flag } from "./kinds.ts";

/** Published by CompShare itself. */
export const officialOnly = flag({
  passes: (image) => image.official,
  reads: ["official"],
  shown: (image) => image.author,
  lacking: "author",
});
