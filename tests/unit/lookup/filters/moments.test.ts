import { expect, test } from "@jest/globals";
import { readMoment } from "../../../../provider/lookup/filters/moments.ts";

test.each([
  ["2026-01-31", "2026-01-31T00:00:00.000Z"],
  ["2024-02-29", "2024-02-29T00:00:00.000Z"],
  ["2026-12-31T23:59:59Z", "2026-12-31T23:59:59.000Z"],
  ["2026-01-01T08:00+08:00", "2026-01-01T00:00:00.000Z"],
  ["2026-01-01t00:00:00.5z", "2026-01-01T00:00:00.500Z"],
])("%s is the moment %s", (text, moment) => {
  expect(new Date(readMoment(text) ?? Number.NaN).toISOString()).toBe(moment);
});

test.each([
  ["a day that the month has not", "2026-02-29"],
  ["a month that the year has not", "2026-13-01"],
  ["a time without its zone", "2026-01-01T10:00"],
  ["a space before the time", "2026-01-01 10:00:00Z"],
  ["text behind the date", "2026-01-01 (Thu)"],
  ["another order", "01/02/2026"],
  ["nothing", ""],
])("%s is no moment: %j", (_, text) => {
  expect(readMoment(text)).toBeUndefined();
});
