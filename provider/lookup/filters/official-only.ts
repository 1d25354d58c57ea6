import { flag } from "./kinds.ts";
import { publisherMembers } from "./publisher-members.ts";

/** Published by CompShare itself. */
export const officialOnly = flag({
  passes: (image) => image.official,
  reads: (image) => (image.official ? [] : publisherMembers),
  shown: (image) => image.author,
  lacking: "author",
  isSpecified: () => true,
  publisherOf: (image) => (image.official ? true : undefined),
});
