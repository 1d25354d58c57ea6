import { flag } from "./kinds.ts";
import { publisherMembers } from "./publisher-members.ts";

/** Published by CompShare or by a publisher that it has certified. */
export const certifiedOnly = flag({
  passes: (image) => image.certified || image.official,
  reads: (image) => (image.certified || image.official ? [] : publisherMembers),
  shown: (image) => image.author,
  lacking: "author",
  isSpecified: () => true,
  // Many publishers are certified: it asks for none of them in particular.
  publisherOf: () => undefined,
});
