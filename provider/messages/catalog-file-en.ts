/** Messages about a catalogue file, in English. */
export const catalogFileEnglish = {
  missing: (path: string) =>
    `the catalogue file ${path} does not exist; check \`catalogFile\` and COMPSHARE_CATALOG_FILE, or write it with \`compshare-images snapshot\``,
  cannotRead: (path: string, code: string) => `the catalogue file ${path} cannot be read (${code})`,
  notJson: (path: string, line: number, column: number) =>
    `the catalogue file ${path} is broken: line ${line}, column ${column} is not JSON; take a new snapshot`,
  member: (path: string, member: string) =>
    `the catalogue file ${path} is broken: ${member} is missing or of the wrong kind; take a new snapshot`,
  twice: (path: string, member: string) =>
    `the catalogue file ${path} is broken: ${member} is there twice; take a new snapshot`,
  schema: (path: string, schema: string, known: string) =>
    `the catalogue file ${path} has the schema ${schema}, and this version reads ${known}; update the plugin, or remove the file and take a new snapshot with \`compshare-images\` of this version`,
  listing: (source: string, region: string) => `${source} in ${region}`,
  noListing: (path: string, takenAt: string, wanted: string, has: string) =>
    `the catalogue file ${path} of ${takenAt} does not list ${wanted}; it has ${has}. Take a new snapshot with it`,
  empty: "no listing at all",
  noTags: (path: string, takenAt: string, region: string) =>
    `the catalogue file ${path} of ${takenAt} has no list of tags for ${region}; take a new snapshot`,
  noId: (argument: string, id: string, path: string, takenAt: string) =>
    `the ID ${id} of \`${argument}\` is not in the catalogue file ${path} of ${takenAt}; take a new snapshot.`,
  resultsFrom: (path: string, takenAt: string) =>
    `This is what the catalogue file ${path} of ${takenAt} has; a new snapshot may have more.`,
  anyLacks: (path: string, takenAt: string, sources: string, region: string) =>
    `the catalogue file ${path} of ${takenAt} does not list ${sources} in ${region}; \`source\` any leaves that out`,
  old: (path: string, takenAt: string, days: number) =>
    `the catalogue file ${path} was taken on ${takenAt}, ${days} days ago; take a new snapshot`,
  tooOld: (path: string, takenAt: string, days: number, most: number) =>
    `the catalogue file ${path} was taken on ${takenAt}, ${days} days ago, and \`catalogMaxAgeDays\` allows ${most}; take a new snapshot`,
  pinStays: (image: string, takenAt: string) =>
    `the catalogue file of ${takenAt} was not taken after this pin; stays with ${image}`,
  pinUnknown: (image: string, takenAt: string) =>
    `the catalogue file of ${takenAt} does not have the pinned image, so it cannot say whether the query still fits; stays with ${image}`,
  statusUnknown: (takenAt: string) =>
    `the catalogue file of ${takenAt} does not have the image; its status stays as it was`,
  statusStays: (takenAt: string) =>
    `the catalogue file of ${takenAt} was not taken after this pin; its status stays as it was`,
};
