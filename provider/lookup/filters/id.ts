import { adviseIds } from "./advise-names.ts";
import { filter } from "./filter.ts";

/** The image with this ID. */
export const id = filter<string>({
  test: (wanted) => (image) => image.id === wanted,
  // No image is read without its ID.
  reads: () => [],
  shown: (image) => image.id,
  lacking: "name",
  isSpecified: () => true,
  advise: adviseIds,
  // The ID is what is left to ask for where nothing else tells an image from the others.
  distinguishing: () => [],
  hasSubstitutes: false,
});
