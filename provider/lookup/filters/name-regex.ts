import { ownName } from "./advise-names.ts";
import { filter } from "./filter.ts";
import { regexTest } from "./name-patterns.ts";

/** A regular expression that a part of the name fits. */
export const nameRegex = filter<string>({
  test: (wanted) => {
    const fits = regexTest(wanted);
    return typeof fits === "function" ? (image) => fits(image.name) : fits;
  },
  reads: ["name"],
  shown: ownName,
  lacking: "name",
  hasSubstitutes: false,
});
