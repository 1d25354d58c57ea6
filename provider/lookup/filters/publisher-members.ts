/** What says of a row who has published it: one that could not be read may have said that it is official or certified. */
export const publisherMembers = ["authInfo", "imageOwnerAlias"] as const;
