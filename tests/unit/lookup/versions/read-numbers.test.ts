import { expect, test } from "@jest/globals";
import { readRange } from "../../../../provider/lookup/versions/read-range.ts";
import { readVersion } from "../../../../provider/lookup/versions/read-version.ts";

const read = (text: string): string | undefined => readVersion(text)?.text;

test.each([
  ["2026-01-15", "2026.1.15"],
  ["2026/1/15", "2026.1.15"],
  ["2026_01_15", "2026.1.15"],
  ["2026年1月15日", "2026.1.15"],
  ["2026年1月15号", "2026.1.15"],
  ["2026年1月15日-rc1", "2026.1.15-rc.1"],
  ["2026年1月15号-beta", "2026.1.15-beta"],
  ["2026年1月15日 测试版", "2026.1.15-beta"],
  ["2026-01-15.2", "2026.1.15.2"],
])("%s is a date and reads %s", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["2026-05", "2026.5.0"],
  ["2026年5月", "2026.5.0"],
  ["2024-12.", "2024.12.0"],
  ["2024-12 1号机", "2024.12.0"],
  ["2026-05_stable", "2026.5.0"],
])("%s is a month and reads %s", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  // No day, so that it is a number behind a month.
  ["2026-05-99", "2026.5.0-99"],
  // The marks of a date are alike.
  ["2026-01_15", "2026.1.0"],
  // A size in billions is no day and no month.
  ["2024-10-7B", undefined],
  ["2024-7B", undefined],
  ["2024-7期", undefined],
  ["2024-1.5", "2024.0.0-1.5"],
  // The fifth issue of a year is no month.
  ["2026年5期", "2026.0.0"],
  ["2026-13", "2026.0.0-13"],
  ["1985-05-12", "1985.0.0-5.12"],
])("%s is not wholly a date and reads %s", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  ["1_2_3", "1.2.3"],
  ["1_2_3.zip", "1.2.3"],
  ["1_2-3", "1.2.0-3"],
  ["2026_05_99", "2026.5.99"],
  ["3_2.5", "2.5.0"],
  ["3_7B", "3.0.0"],
])("underscores stand for dots as far as nothing else follows: %s is %s", (text, version) => {
  expect(read(text)).toBe(version);
});

test.each([
  [">=2026年1月15日", ">=2026.1.15"],
  [">=2026年1月15号 <2026年2月1日", ">=2026.1.15 <2026.2.1"],
  [">=2026-01-15", ">=2026.1.15"],
  ["2026_1_15", "2026.1.15"],
  ["2026-05", ">=2026.5.0 <2026.6"],
  ["2026年5期", undefined],
  ["2024-7B", undefined],
])("the range %s reads %s", (text, range) => {
  expect(readRange(text)?.text).toBe(range);
});
