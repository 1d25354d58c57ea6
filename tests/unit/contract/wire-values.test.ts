import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import * as z from "zod/mini";
import {
  wireBoolean,
  wireInteger,
  wireNumber,
  wireText,
  wireTime,
} from "../../../provider/contract/wire-values.ts";

const kinds = { wireInteger, wireNumber, wireBoolean, wireText, wireTime };
type Kind = keyof typeof kinds;

test.each<[Kind, unknown, unknown]>([
  ["wireInteger", 51200, 51200],
  ["wireInteger", "51200", 51200],
  ["wireInteger", -7, -7],
  ["wireInteger", "-7", -7],
  ["wireInteger", Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ["wireNumber", 0.5, 0.5],
  ["wireNumber", "0.5", 0.5],
  ["wireNumber", "42", 42],
  ["wireBoolean", true, true],
  ["wireBoolean", false, false],
  ["wireBoolean", "True", true],
  ["wireBoolean", "False", false],
  ["wireBoolean", "true", true],
  ["wireBoolean", "false", false],
  ["wireText", "56000001", "56000001"],
  ["wireText", 56000001, "56000001"],
  ["wireText", "", ""],
  ["wireTime", 1700000000, "2023-11-14T22:13:20Z"],
  ["wireTime", "1700000000", "2023-11-14T22:13:20Z"],
  ["wireTime", 0, "1970-01-01T00:00:00Z"],
  ["wireTime", 253402300799, "9999-12-31T23:59:59Z"],
])("%s reads %j as %j", (kind, wire, value) => {
  expect(z.safeParse(kinds[kind], wire)).toEqual({ success: true, data: value });
});

test.each<[Kind, readonly unknown[]]>([
  [
    "wireInteger",
    [1.5, "1.5", "", " 1", "0x10", "1e3", "1234567890123456", 2 ** 53, Number.NaN, true, null, [1], {}],
  ],
  ["wireNumber", ["1e5", "", ".5", "1.", "NaN", Number.POSITIVE_INFINITY, Number.NaN, true, null, [1]]],
  ["wireBoolean", ["TRUE", "yes", "", 0, 1, null, [true]]],
  ["wireText", [1.5, true, null, ["a"], {}, 2 ** 53]],
  ["wireTime", [-1, "-1", 1.5, 253402300800, "253402300800", "2026-07-22", "", true, null, [1]]],
])("%s refuses what CompShare has no reason to send", (kind, values) => {
  for (const value of values)
    expect([value, z.safeParse(kinds[kind], value).success]).toEqual([value, false]);
});

test("what was decoded encodes to what decodes to the same", () => {
  const seconds = fc.integer({ min: 0, max: 253402300799 });
  const fifteenDigits = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 });
  fc.assert(
    fc.property(seconds, fifteenDigits, fc.boolean(), (time, whole, flag) => {
      expect(z.encode(wireTime, z.decode(wireTime, time))).toBe(time);
      expect(z.encode(wireInteger, z.decode(wireInteger, String(whole)))).toBe(whole);
      expect(z.encode(wireBoolean, z.decode(wireBoolean, flag ? "True" : "False"))).toBe(flag);
      expect(z.encode(wireText, z.decode(wireText, whole))).toBe(String(whole));
    }),
  );
});

test("times are whole seconds in UTC without a fraction", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 253402300799 }), (time) => {
      const text = z.decode(wireTime, time);
      expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(Date.parse(text)).toBe(time * 1000);
    }),
  );
});
