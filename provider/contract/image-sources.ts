// Apart from the fields of an image, so that the command line's help need not load the contract.

/** Catalogues of CompShare, in the order in which an image that stands in several of them is taken. */
export const imageSources = ["platform", "custom", "shared", "published", "community"] as const;

/** Where to look: one catalogue, or `any` for all of them. */
export const sourceChoices = [...imageSources, "any"] as const;
