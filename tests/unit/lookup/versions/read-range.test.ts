import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import satisfies from "semver/functions/satisfies.js";
import validRange from "semver/ranges/valid.js";
import { isInRange, type Range, rangeTest } from "../../../../provider/lookup/versions/range.ts";
import { readRange } from "../../../../provider/lookup/versions/read-range.ts";
import { readVersion } from "../../../../provider/lookup/versions/read-version.ts";
import { anyText, versionText } from "../../../support/lookup/version-texts.ts";

function rangeOf(text: string): Range {
  const range = readRange(text);
  if (range === undefined) throw new Error(`${text} is no range`);
  return range;
}

const holds = (range: string, version: string): boolean => isInRange(readVersion(version), rangeOf(range));

test.each([
  ["^2.4", "2.9.1", true],
  ["^2.4", "2.3.9", false],
  ["^2.4", "3.0.0", false],
  ["^0.10", "0.10.5", true],
  ["^0.10", "0.11.0", false],
  ["^0.0.3", "0.0.3.7", true],
  ["^0.0.3", "0.0.4", false],
  ["~2.4", "2.4.9", true],
  ["~2.4", "2.5.0", false],
  ["~2", "2.9", true],
  ["~>2.4", "2.5.0", false],
  [">=0.0.0", "0.0.0-alpha.0", false],
  ["0 - 0.0.0-alpha.0", "0.0.0-alpha.0", true],
  [">=12.4 <13", "12.10", true],
  [">=12.4,<13", "12.10", true],
  [">=12.4，<13", "13.0", false],
  [">=2<3", "2.5", true],
  ["12.x", "12.8", true],
  ["12.*", "13.0", false],
  ["12", "12.8.1", true],
  ["12.8", "12.8.1", true],
  ["12.8", "12.80", false],
  ["=12.8", "12.8.1", true],
  ["2.1 - 2.3", "2.3.5", true],
  ["2.1 - 2.3", "2.4.0", false],
  ["2.1 - 2.3.4", "2.3.5", false],
  ["1.x || 3.x", "2.0", false],
  ["1.x || 3.x", "3.1", true],
  [">=22.04", "22.04", true],
  [">=22.04", "20.04", false],
  [">2.1", "2.1.5", false],
  [">2.1", "2.2", true],
  ["<=2.1", "2.1.5", true],
  ["<2.1", "2.1.0", false],
  ["*", "0.1", true],
  ["x", "0.1", true],
  [">*", "0.1", false],
  ["≥12.4", "12.4", true],
])("as in npm, %s holds %s: %s", (range, version, expected) => {
  expect(holds(range, version)).toBe(expected);
});

test.each([
  ["2.1.0.107", "2.1.0.107", true],
  ["2.1.0.107", "2.1.0.3", false],
  ["2.1.0", "2.1.0.107", false],
  ["2.1.0.x", "2.1.0.107", true],
  ["2.1", "2.1.0.107", true],
  [">2.1.0", "2.1.0.107", true],
  [">=2.1.0.100 <2.1.0.200", "2.1.0.107", true],
  ["^2.1.0.3", "2.9", true],
  ["~2.1.0.3", "2.1.5", true],
  ["~2.1.0.3", "2.1.0.2", false],
  ["~2.1.0.3", "2.2", false],
  [">=2026-03-01", "2026-06-30", true],
  [">=2026-03-01", "2026-01-15", false],
  [">=2026-03-01", "20260401", true],
  ["2026-03-01", "2026.3.1", true],
  ["2026-03", "2026-03-15", true],
  ["2026-03", "2026-04-01", false],
  ["20260301", "2026-03-01", true],
  ["3.4.0-1773428777", "3.4.0-1773428777", true],
  ["3.4.0", "3.4.0-1773428777", false],
  ["3.4", "3.4.0-1773428777", true],
  [">3.4.0-1773428777", "3.4.0-1773428999", true],
  ["V3-0324", "V3-0324", true],
  ["2.0.0", "2.0.0.post1", false],
  ["2.0.0.post1", "2.0.0.post1", true],
  ["2.0", "2.0.0.post1", true],
  [">2.0.0", "2.0.0.post1", true],
  ["<=2.0.0", "2.0.0.post1", false],
])("every number counts: %s holds %s: %s (V1, V2, V3)", (range, version, expected) => {
  expect(holds(range, version)).toBe(expected);
});

test.each([
  ["~=2.9", "2.10", true],
  ["~=2.9", "2.8", false],
  ["~=2.9", "3.0", false],
  ["~=2.9.1", "2.9.5", true],
  ["~=2.9.1", "2.10", false],
  ["~=2.1.0.3", "2.1.0.9", true],
  ["~=2.1.0.3", "2.1.1", false],
  ["==2.9", "2.9.0", true],
  ["==2.9", "2.9.1", false],
  ["==2.9.*", "2.9.1", true],
  ["!=2.9.1", "2.9.1", false],
  ["!=2.9.1", "2.9.2", true],
  ["!=2.9.*", "2.9.2", false],
  ["!=2.9.*", "2.10", true],
  [">=2.8, !=2.9.0, <3", "2.9.1", true],
])("as in pip, %s holds %s: %s (V10)", (range, version, expected) => {
  expect(holds(range, version)).toBe(expected);
});

test.each([
  ["^2.13", "2.13.1rc1", false],
  ["*", "2.0beta", false],
  [">=1.0", "1.0测试版", false],
  ["!=2.0rc1", "2.0rc2", false],
  ["<3.0.0", "3.0.0-rc.1", false],
  ["<3", "3.0.0-rc.1", false],
  [">=2.13.0rc1", "2.13.0rc2", true],
  [">=2.13.0rc1", "2.13.0", true],
  [">=2.13.0rc1", "2.13.1rc1", false],
  ["^2.13.0-rc.1", "2.13.0rc3", true],
  ["<2.0.0-rc.2", "2.0rc1", true],
  ["2.0beta", "2.0 beta", true],
  ["2.0 beta", "2.0beta", true],
  ["2.0测试版", "2.0beta", true],
  ["2.0beta", "2.0", false],
  [">=2.0.dev1", "2.0a1", true],
  [">=2.0a1", "2.0.dev1", false],
  ["<2.0.0-0", "2.0rc1", false],
  ["<2.0.0-0", "1.9", true],
  [">=2.0.0-0", "2.0rc1", true],
  [">=2.0.0-0", "2.0.dev1", true],
  [">=2.0rc1", "2.0-5rc1", false],
])(
  "a pre-release lies in a range only if that names one of the same release: %s holds %s: %s (V4)",
  (range, version, expected) => {
    expect(holds(range, version)).toBe(expected);
  },
);

test.each([
  ["V2.4", ">=2.4.0 <2.5"],
  [">=V2.4 <v3", ">=2.4.0 <3"],
  [">=08.04 <=22.004.1", ">=8.4.0 <=22.4.1"],
  [">=2rc1", ">=2.0.0-rc.1"],
  ["2.13rc10", "2.13.0-rc.10"],
  [">=12.10-beta.2 <12.10RC12", ">=12.10.0-beta.2 <12.10.0-rc.12"],
  [">=2.13.1a1", ">=2.13.1-alpha.1"],
  ["^0.0.3", ">=0.0.3 <0.0.4.x"],
  ["2.1 - 2.3", ">=2.1.0 <2.4"],
  ["1||3", ">=1.0.0 <2 || >=3.0.0 <4"],
  ["~= 2.9", ">=2.9.0 <3"],
  ["!=2.9.*", "!=2.9.x"],
  [">2.1.0.x", ">=2.1.1"],
  [">=2.5.0+cu121", ">=2.5.0"],
  ["<2.9", "<2.9"],
  ["9.x", ">=9.0.0 <10"],
  ["1.99999999999999999999", ">=1.99999999999999999999.0 <1.100000000000000000000"],
  ["1.19999999999999999999", ">=1.19999999999999999999.0 <1.20000000000000000000"],
  ["ｖ２．４", ">=2.4.0 <2.5"],
])("the range %j reads %j", (text, range) => {
  expect(readRange(text)?.text).toBe(range);
});

test.each([
  "newest",
  "",
  " ",
  ">=1 <",
  "1.2.3.4.5-",
  "1 ||",
  "||",
  "1 || || 2",
  ">=1,",
  "=>2",
  "2..1",
  ">=1 and <2",
  "7B",
  "64位",
  "13x",
  "2.0a",
  "24.04-py3",
  "2.0-cu121",
  "Ubuntu 22.04",
  "~=2",
  "~=2.9.*",
  "===2.9",
  "1.2.3abc",
  "2.0 - ",
])("%j is no range", (text) => {
  expect(readRange(text)).toBeUndefined();
});

test("what has no version lies in no range", () => {
  expect(isInRange(undefined, rangeOf("*"))).toBe(false);
  expect(rangeTest(rangeOf("*"))(undefined)).toBe(false);
});

test("a date of its own behind a pre-release stays apart from it in the text of a range", () => {
  expect(rangeOf("!=2.0-beta =2025.6.12").text).toBe("!=2.0.0-beta =2025.6.12");
  expect(holds("!=2.0-beta =2025.6.12", "2025.6.12")).toBe(true);
  expect(holds("!=2.0.0-beta =2025.6.12", "2025.6.12")).toBe(true);
});

test("a range's own text is read as that range", () => {
  fc.assert(
    fc.property(anyText, versionText, (text, other) => {
      const range = readRange(text);
      if (range === undefined) return;
      const again = rangeOf(range.text);
      expect(again.text).toBe(range.text);
      expect(isInRange(readVersion(other), again)).toBe(isInRange(readVersion(other), range));
    }),
    { numRuns: 10_000 },
  );
});

test("a version's text, given as a range, is that version alone", () => {
  fc.assert(
    fc.property(versionText, versionText, (text, other) => {
      const [one, another] = [readVersion(text), readVersion(other)];
      if (one === undefined || another === undefined) return;
      const test = rangeTest(rangeOf(one.text));
      expect(test(one)).toBe(true);
      expect(test(another)).toBe(another.text === one.text);
      expect(test(another)).toBe(isInRange(another, rangeOf(one.text)));
    }),
    { numRuns: 5000 },
  );
});

const number = fc.nat(3);
const release = fc.tuple(number, number, number).map((numbers) => numbers.join("."));
const preRelease = fc
  .tuple(release, fc.constantFrom("alpha", "beta", "rc", "preview"), number)
  .map(([numbers, word, count]) => `${numbers}-${word}.${count}`);
const whole = fc.oneof(release, preRelease);
const partial = fc.oneof(
  whole,
  number.map(String),
  fc.tuple(number, number).map((numbers) => numbers.join(".")),
  number.map((one) => `${one}.x`),
  fc.constant("*"),
);
const comparator = fc
  .tuple(fc.constantFrom("", "=", ">", ">=", "<", "<=", "^", "~"), partial)
  .map((parts) => parts.join(""));
const npmRange = fc
  .array(
    fc.oneof(
      fc.array(comparator, { minLength: 1, maxLength: 3 }).map((all) => all.join(" ")),
      fc.tuple(partial, partial).map((ends) => ends.join(" - ")),
    ),
    { minLength: 1, maxLength: 2 },
  )
  .map((alternatives) => alternatives.join(" || "));

test("over three numbers, ranges are npm's", () => {
  fc.assert(
    fc.property(npmRange, whole, (range, version) => {
      const read = validRange(range);
      // Of alternatives one of which is everything, semver drops the others, and with them the pre-releases they name.
      fc.pre(read !== null && !(read === "*" && range.includes("||")));
      expect(`${range} holds ${version}: ${holds(range, version)}`).toBe(
        `${range} holds ${version}: ${satisfies(version, range)}`,
      );
    }),
    { numRuns: 20_000 },
  );
});
