import { expect, test } from "@jest/globals";
import { isInRange, type Range } from "../../../../provider/lookup/versions/range.ts";
import { readRange } from "../../../../provider/lookup/versions/read-range.ts";
import { readVersion } from "../../../../provider/lookup/versions/read-version.ts";

function rangeOf(text: string): Range {
  const range = readRange(text);
  if (range === undefined) throw new Error(`${text} is no range`);
  return range;
}

test.each([
  ["*", "*"],
  ["x", "*"],
  ["X", "*"],
  ["v*", "*"],
  ["==*", "*"],
  ["*.*.*", "*"],
  ["x.x", "*"],
  ["12.x", ">=12.0.0 <13"],
  ["12.x.x", ">=12.0.0 <13"],
  ["12.*.*", ">=12.0.0 <13"],
  ["12.X.*", ">=12.0.0 <13"],
  ["12.x.3", ">=12.0.0 <13"],
  ["12.8.x.x", ">=12.8.0 <12.9"],
  ["==2.9.*", ">=2.9.0 <2.10"],
  ["==2.9.*.*", ">=2.9.0 <2.10"],
  ["v12.x", ">=12.0.0 <13"],
])("with a wildcard %s is %s", (text, range) => {
  expect(rangeOf(text).text).toBe(range);
});

test.each([
  ["2.9", ">=2.9.0 <2.10"],
  ["2", ">=2.0.0 <3"],
  ["2.9.1", "2.9.1"],
  ["2.9.1.0", "2.9.1"],
  ["2.0-5", "2.0.0-5"],
  ["2.0.post1", "2.0.0.post1"],
  ["2.post1", "2.0.0.post1"],
  ["2.0.dev1", "2.0.0.dev1"],
  ["2.0rc1", "2.0.0-rc.1"],
  ["2.0a1.dev2", "2.0.0a1.dev2"],
  ["<=2.0.post1", "<=2.0.0.post1"],
  ["<=2.0.dev1", "<=2.0.0.dev1"],
  ["<=2.0-5", "<=2.0.0-5"],
  [">2.0.post1", ">2.0.0.post1"],
  ["20250612", "2025.6.12"],
])("%s is one version or all that begin with it: %s", (text, range) => {
  expect(rangeOf(text).text).toBe(range);
});

test.each([
  [">=3.0.0-0", "3.0.0rc1", true],
  [">=3.0.0-0", "3.0.0.dev1", true],
  [">=3.0.0-5", "3.0.0rc1", false],
  [">=3.0.0-5", "3.0.0-4", false],
  [">=3.0.0-5", "3.0.0", false],
  [">=3.0.0-5", "3.0.0-5", true],
  [">=3.0.0-0.1", "3.0.0rc1", false],
  // A pre-release of the second list 0 is no word for every pre-release.
  [">=3.0.0-0rc1", "3.0.0rc1", false],
  [">=3.0.0-0rc2", "3.0.0-0rc1", false],
  [">=3.0.0-0rc1", "3.0.0-0rc2", true],
  [">=3.0.0-0.post1", "3.0.0rc1", false],
  ["<3.0.0-0", "3.0.0rc1", false],
  ["<3.0.0-5", "3.0.0-4", true],
])("%s takes %s: %s", (range, version, takes) => {
  expect(isInRange(readVersion(version), rangeOf(range))).toBe(takes);
});

test.each([
  "12-x",
  "12+*",
  "12.x.beta",
  "12.x.",
  "12.x-3",
  "12.xyz",
  "x12",
  "v",
  "v v2",
  "12.8abc",
  "12.8环境",
  "2.0 - 2.1abc",
  "24 GB",
  "50%",
  "8卡",
  "7B",
])("%s is no range", (text) => {
  expect(readRange(text)).toBeUndefined();
});
