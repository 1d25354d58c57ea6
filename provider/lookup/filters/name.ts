import { adviseNames, ownName } from "./advise-names.ts";
import { filter } from "./filter.ts";

/** The exact name, case-sensitive. */
export const name = filter<string>({
  test: (wanted) => (image) => image.name === wanted,
  reads: ["name"],
  shown: ownName,
  lacking: "name",
  advise: adviseNames,
  distinguishing: (image) => [ownName(image)],
  hasSubstitutes: false,
});
