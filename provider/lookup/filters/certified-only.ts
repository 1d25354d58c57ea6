import { flag } from "./kinds.ts";

/** Published by CompShare or by a publisher that it has certified. */
export const certifiedOnly = flag({
  passes: (image) => image.certified || image.official,
  reads: ["certified", "official"],
  shown: (image) => image.author,
  lacking: "author",
});
