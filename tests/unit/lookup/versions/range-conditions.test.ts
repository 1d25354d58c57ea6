import { expect, test } from "@jest/globals";
import { isInRange } from "../../../../provider/lookup/versions/range.ts";
import { isRangeCharacter, readRange } from "../../../../provider/lookup/versions/read-range.ts";
import { readVersion } from "../../../../provider/lookup/versions/read-version.ts";

/** Which of some versions, apart by spaces, a range holds. */
function heldBy(range: string, versions: string): string | undefined {
  const read = readRange(range);
  if (read === undefined) return undefined;
  const held = versions.split(" ").filter((version) => isInRange(readVersion(version), read));
  return held.join(" ");
}

test.each([
  ["!=2.9.0", "!=2.9.0"],
  ["≠2.9", "!=2.9.0"],
  ["!=2.9.*", "!=2.9.x"],
  ["!=2.09.*", "!=2.9.x"],
  ["!=20260630.*", "!=2026.6.30.x"],
  [">=3.0.0-0", ">=3.0.0-0"],
  [">=2.4", ">=2.4.0"],
  ["≥ 2.4", ">=2.4.0"],
  ["<2.4", "<2.4"],
  ["<2.4.0", "<2.4.0"],
  ["<=2.4", "<2.5"],
  ["≤2.4.1", "<=2.4.1"],
  [">2.4", ">=2.5.0"],
  [">2.4.1", ">2.4.1"],
  ["2.4", ">=2.4.0 <2.5"],
  ["2.1.0.x", ">=2.1.0 <2.1.1.x"],
  ["2.4.1", "2.4.1"],
  ["1.9.x", ">=1.9.0 <1.10"],
  ["^0.10", ">=0.10.0 <0.11"],
  ["^0.0.3", ">=0.0.3 <0.0.4.x"],
  ["~=2.9.1", ">=2.9.1 <2.10"],
  ["2.1 - 2.3", ">=2.1.0 <2.4"],
  ["1.99999999999999999", ">=1.99999999999999999.0 <1.100000000000000000"],
  ["1.10000000000000009", ">=1.10000000000000009.0 <1.10000000000000010"],
  ["*", "*"],
  ["x", "*"],
  ["=*", "*"],
  ["==*", "*"],
  [">=*", "*"],
  ["<=*", "*"],
  ["^*", "*"],
  ["~*", "*"],
  ["* - 2.4.1", "* <=2.4.1"],
  ["2.4 - *", ">=2.4.0 *"],
  [">*", "<0"],
  ["<*", "<0"],
  ["!=*", "<0"],
  ["1.x||>=3,!=3.1.0", ">=1.0.0 <2 || >=3.0.0 !=3.1.0"],
])("the range %s is written %s", (range, text) => {
  expect(readRange(range)?.text).toBe(text);
});

test.each([
  ["*", "0.1 2.1.0.107 2.0beta", "0.1 2.1.0.107"],
  [">=*", "0.1 2.0beta", "0.1"],
  [">*", "0.1 9.9", ""],
  ["<*", "0.1 9.9", ""],
  ["!=*", "0.1 9.9", ""],
  ["!=2.9.*", "2.8.9 2.9.0 2.9.1 2.10 3.0", "2.8.9 2.10 3.0"],
  ["!=2.9.0", "2.8 2.9.0 2.9.1", "2.8 2.9.1"],
  [">=2.0.0-0", "1.9 1.9rc1 2.0.dev1 2.0rc1 2.0 2.1rc1 2.1", "2.0.dev1 2.0rc1 2.0 2.1"],
  ["<2.0.0-0", "1.9 2.0.dev1 2.0rc1 2.0", "1.9"],
  [">2.1", "2.1.0 2.1.5 2.2.0", "2.2.0"],
  ["<=2.1", "2.1.0 2.1.5.post1 2.2.0", "2.1.0 2.1.5.post1"],
  ["<2.1.0", "2.0.9 2.1.0 2.1.0.1", "2.0.9"],
  [">2.1.0", "2.0.9 2.1.0 2.1.0.1", "2.1.0.1"],
  ["=2.1.0", "2.1.0 2.1.0.1 2.1.0.post1", "2.1.0"],
  ["=2.1", "2.1.0 2.1.7 2.10", "2.1.0 2.1.7"],
  ["==2.1", "2.1.0 2.1.7", "2.1.0"],
  [
    "1.99999999999999999",
    "1.99999999999999998 1.99999999999999999.5 1.100000000000000000",
    "1.99999999999999999.5",
  ],
])("the range %s holds of %s these: %s", (range, versions, held) => {
  expect(heldBy(range, versions)).toBe(held);
});

test.each([
  "1 | 3",
  "1|3",
  "1 || ",
  "|| 3",
  "12.8*",
  "**",
  "12.8abc",
  ">=2.1 - 2.3",
  "2.1,- 2.3",
  "2.1 -v2.3",
  "2.1 - ",
  "2.1 - newest",
  "2.1 newest",
  "=>2.1",
  "><2.1",
  "~=2",
  "~=2.*",
  "24.04-py3",
  "64位",
])("%s is no range", (text) => {
  expect(readRange(text)).toBeUndefined();
});

test.each([..."<>=~^!≥≤≠*|"])("a range may begin with %s", (character) => {
  expect(isRangeCharacter(character)).toBe(true);
});

test.each(["2", "v", "-", ",", " ", ".", "<=", ""])(
  "no range begins with %j in front of its number",
  (token) => {
    expect(isRangeCharacter(token)).toBe(false);
  },
);
