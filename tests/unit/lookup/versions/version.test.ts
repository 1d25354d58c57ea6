import { expect, test } from "@jest/globals";
import {
  isNumeric,
  makeVersion,
  takesMore,
  trimmed,
  whole,
} from "../../../../provider/lookup/versions/version.ts";

test.each([
  ["0", 0],
  ["007", 7],
  ["1773428777", 1773428777],
  ["123456789012345", 123456789012345],
  ["0123456789012345", 123456789012345],
  ["0000000000000001234", 1234],
  ["0000000000000000", 0],
  ["1234567890123456", "1234567890123456"],
  ["001234567890123456", "1234567890123456"],
  ["20260630123456789012", "20260630123456789012"],
])("the digits %s are the number %j", (digits, number) => {
  expect(whole(digits)).toBe(number);
});

test.each([
  [["2", "0", "0"], 1, [2]],
  [["2", "0", "0"], 2, [2, 0]],
  [["2", "0", "0"], 3, [2, 0, 0]],
  [["2", "1", "0", "107"], 3, [2, 1, 0, 107]],
  [["0", "0"], 1, [0]],
  [["0"], 1, [0]],
] as const)("of %j with %d at least, %j are kept", (numbers, least, kept) => {
  expect(trimmed(numbers, least)).toEqual(kept);
});

test.each([
  ["1", true],
  ["012", true],
  ["rc", false],
  ["rc1", false],
  ["1a", false],
  ["", false],
])("whether %j is a number: %s", (identifier, isNumber) => {
  expect(isNumeric(identifier)).toBe(isNumber);
});

test.each([
  [["rc"], true],
  [["rc", "1"], true],
  [["beta", "10"], true],
  [["alpha", "01"], true],
  [["alpha", "0"], false],
  [["alpha", "beta"], false],
  [["rc", "x1"], false],
  [["rc", "1x"], false],
  [["rc", "1", "2"], false],
  [["preview", "1"], false],
  [["preview"], false],
  [[], false],
])("whether `.post1` and `.dev1` may follow the pre-release %j: %s", (pre, may) => {
  expect(takesMore(pre)).toBe(may);
});

test.each([
  [{ numbers: ["2"] }, "2.0.0"],
  [{ numbers: ["2", "1", "0", "0"] }, "2.1.0"],
  [{ numbers: ["3", "4"], second: ["0324"] }, "3.4.0-324"],
  [{ numbers: ["3"], second: ["0"] }, "3.0.0-0"],
  [{ numbers: ["2", "13"], pre: ["rc", "01"] }, "2.13.0-rc.1"],
  [{ numbers: ["2"], pre: ["beta"] }, "2.0.0-beta"],
  [{ numbers: ["2"], post: "1" }, "2.0.0.post1"],
  [{ numbers: ["2"], dev: "03" }, "2.0.0.dev3"],
  [{ numbers: ["2"], post: "1", dev: "3" }, "2.0.0.post1.dev3"],
  [{ numbers: ["2"], pre: ["alpha", "1"], dev: "3" }, "2.0.0a1.dev3"],
  [{ numbers: ["2"], pre: ["beta"], post: "1" }, "2.0.0b0.post1"],
  [{ numbers: ["2"], pre: ["rc", "2"], post: "1", dev: "3" }, "2.0.0rc2.post1.dev3"],
])("%j is written %s", (parts, text) => {
  expect(makeVersion(parts).text).toBe(text);
});
