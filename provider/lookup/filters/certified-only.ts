import { flag } from "./kinds.ts";
import { publisherMembers } from "./publisher-members.ts";

/** Published by CompShare or by a publisher that it has certified. */
export const certifiedOnly = flag({
  passes: (image) => image.certified || image.official,
  reads: (image) => (image.certified || image.official ? [] : publisherMembers),
  shown: (image) => image.author,
  lacking: "author",
  saysWhoPublished: true,
});
