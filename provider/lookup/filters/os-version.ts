import { readSoftwareVersion } from "../versions/read-version.ts";
import { filter, type Test } from "./filter.ts";
import { versionRange } from "./kinds.ts";

const range = versionRange(
  () => ["osVersion"],
  (image) => image.osVersion,
  (text) => readSoftwareVersion("os", text),
);

/** Operating system: words, if any, and a range behind them, such as `Ubuntu >=22.04`. */
export const osVersion = filter<string>({
  ...range,
  test: (wanted) => {
    const [, words = "", rest = ""] = /^([^\d<>=~^*]*)(.*)$/s.exec(wanted) ?? [];
    const inText: Test = (image) =>
      image.osVersion?.toLowerCase().includes(words.trim().toLowerCase()) === true;
    if (rest === "") return inText;
    const inRange = range.test(rest);
    return "broken" in inRange ? inRange : (image) => inText(image) && inRange(image);
  },
  isSpecified: (image) => image.osVersion !== undefined,
});
