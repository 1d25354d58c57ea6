import { adviseNames, ownName } from "./advise-names.ts";
import { filter } from "./filter.ts";

/** A part of the name, case-sensitive. */
export const nameContains = filter<string>({
  test: (wanted) => (image) => image.name.includes(wanted),
  reads: ["name"],
  shown: ownName,
  lacking: "name",
  advise: adviseNames,
  hasSubstitutes: false,
});
