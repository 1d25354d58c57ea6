import { expect, test } from "@jest/globals";
import {
  isCalendar,
  isDate,
  isDay,
  isMonth,
  isYear,
  withDate,
} from "../../../../provider/lookup/versions/dates.ts";

test.each([
  ["1990", true],
  ["1999", true],
  ["2026", true],
  ["2099", true],
  ["1989", false],
  ["2100", false],
  ["12026", false],
  ["20261", false],
  ["26", false],
])("%s is a year of our time: %s", (digits, expected) => {
  expect(isYear(digits)).toBe(expected);
});

test.each([
  ["1", true],
  ["09", true],
  ["12", true],
  ["0", false],
  ["00", false],
  ["13", false],
  ["112", false],
  ["121", false],
])("%s is a month: %s", (digits, expected) => {
  expect(isMonth(digits)).toBe(expected);
});

test.each([
  ["1", true],
  ["09", true],
  ["10", true],
  ["29", true],
  ["31", true],
  ["0", false],
  ["32", false],
  ["131", false],
  ["310", false],
])("%s is a day: %s", (digits, expected) => {
  expect(isDay(digits)).toBe(expected);
});

test.each([
  [["2025", "06"], true],
  [["2025", "6", "12"], true],
  [["2025"], false],
  [["2025", "13"], false],
  [["2025", "6", "32"], false],
  [["2025", "6", "12", "1"], false],
  [["24", "04"], false],
  [[], false],
])("the numbers %j are a month of a year, or a date: %s", (numbers, expected) => {
  expect(isDate(numbers)).toBe(expected);
});

test.each([
  [["24", "04"], true],
  [["24", "4", "1"], true],
  [["2026", "03"], true],
  [["2026", "3", "1"], true],
  [["15", "1"], true],
  [["39", "12"], true],
  [[24, 4], true],
  [["14", "4"], false],
  [["40", "1"], false],
  [["124", "4"], false],
  [["244", "4"], false],
  [["24"], false],
  [["24", "13"], false],
  [["24", "4", "32"], false],
  [["24", "4", "1", "2"], false],
  [[], false],
])("the numbers %j are a calendar's: %s", (numbers, expected) => {
  expect(isCalendar(numbers)).toBe(expected);
});

test.each([
  [["20250612"], ["2025", "06", "12"]],
  [["020250612"], ["2025", "06", "12"]],
  [
    ["20250612", "2"],
    ["2025", "06", "12", "2"],
  ],
  [["20251312"], ["20251312"]],
  [["20250632"], ["20250632"]],
  [["120250612"], ["120250612"]],
  [["202506121"], ["202506121"]],
  [["19990612"], ["19990612"]],
  [
    ["2", "20250612"],
    ["2", "20250612"],
  ],
  [[], []],
])("of the numbers %j a date in front makes %j", (numbers, expected) => {
  expect(withDate(numbers)).toEqual(expected);
});
