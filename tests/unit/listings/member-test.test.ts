import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import * as z from "zod/mini";
import { image } from "../../../provider/contract/image.ts";
import { wireInteger, wireNumber, wireText } from "../../../provider/contract/wire-values.ts";
import { memberTest } from "../../../provider/listings/member-test.ts";

test.each<[string, z.core.$ZodType, readonly unknown[], readonly unknown[]]>([
  ["an upper bound of 9", z.optional(wireInteger.check(z.lte(9))), [9, 0], [10, 99]],
  ["a price of at most 1.5", z.optional(wireNumber.check(z.lte(1.5))), [1, 1.5], [2, 99]],
  ["at most 2 characters", z.string().check(z.maxLength(2)), ["x", "xy"], ["xyz"]],
  ["a text without y", wireText.check(z.refine((value) => !value.includes("y"))), ["x"], ["y", "xy"]],
  ["at most 1 entry", z._default(z.array(z.string()).check(z.maxLength(1)), []), [["x"]], [["x", "y"]]],
  ["entries of 1 character", z.optional(z.array(z.string().check(z.maxLength(1)))), [["x"]], [["xy"]]],
  ["`true` only", z.boolean().check(z.refine((value) => value)), [true], [false]],
  ["two known texts", z.enum(["x", "y"]), ["x", "y"], ["z"]],
])("a member of a file with %s is refused beyond it", (_, schema, right, wrong) => {
  const accepts = memberTest(schema);
  expect(right.filter((value) => !accepts(value))).toEqual([]);
  expect(wrong.filter(accepts)).toEqual([]);
});

const anything = fc.oneof(
  fc.constantFrom<unknown>("", "7", "True", 2 ** 53, -0, 1e21, Number.NaN, Number.POSITIVE_INFINITY, null),
  fc.string(),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.array(fc.oneof(fc.string(), fc.integer()), { maxLength: 3 }),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.date({ noInvalidDate: true }).map((date) => `${date.toISOString().slice(0, 19)}Z`),
  fc.anything({ maxDepth: 2 }),
);

test.each(Object.entries(image.shape))(
  "%s of a file is what its schema gives to a program",
  (_, schema: z.core.$ZodType) => {
    const accepts = memberTest(schema);
    fc.assert(
      fc.property(anything, (value) => {
        expect(accepts(value)).toBe(z.safeEncode(schema, value).success);
      }),
      { numRuns: 300 },
    );
  },
);
