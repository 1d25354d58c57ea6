import { ownName } from "./advise-names.ts";
import { filter } from "./filter.ts";
import { globTest } from "./name-patterns.ts";

/** A glob over the whole name, case-sensitive. */
export const nameGlob = filter<string>({
  test: (wanted) => {
    const fits = globTest(wanted);
    return typeof fits === "function" ? (image) => fits(image.name) : fits;
  },
  reads: ["name"],
  shown: ownName,
  lacking: "name",
  hasSubstitutes: false,
});
