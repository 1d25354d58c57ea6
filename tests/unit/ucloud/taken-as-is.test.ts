import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import * as z from "zod/mini";
import { field } from "../../../provider/contract/field.ts";
import { image } from "../../../provider/contract/image.ts";
import {
  wireBoolean,
  wireInteger,
  wireNumber,
  wireText,
  wireTime,
} from "../../../provider/contract/wire-values.ts";
import { createFieldReader, odd } from "../../../provider/ucloud/read-field.ts";
import { takenAsIs } from "../../../provider/ucloud/taken-as-is.ts";

const usualTimes = ["1970-01-01T00:00:00Z", "2026-02-28T23:59:59Z", "9999-12-28T00:00:00Z"];
const oddTimes = [
  "1969-12-31T23:59:59Z",
  "2026-02-29T00:00:00Z",
  "2026-13-01T00:00:00Z",
  "2026-01-01T24:00:00Z",
  "2026-01-01T00:00:00.5Z",
  "2026-01-01T00:00:00+08:00",
];
const texts = ["x", "", "7", "True", ...usualTimes, ...oddTimes];
const lists = [["x"], [], ["x", "y"]];
const values: readonly unknown[] = [...texts, 7, -1, 0.5, true, false, ...lists];

/** Which of the values skip a schema. */
const skipping = (schema: z.core.$ZodType): readonly unknown[] => values.filter(takenAsIs(schema));

test.each<[string, z.core.$ZodType, readonly unknown[]]>([
  ["text", z.string(), texts],
  ["optional text", z.optional(z.string()), texts],
  ["text with a default", z._default(z.string(), ""), texts],
  ["text that may be a number", wireText, texts],
  ["a boolean", z.boolean(), [true, false]],
  ["an optional boolean of the wire", z.optional(wireBoolean), [true, false]],
  ["a whole number", wireInteger, [7, -1]],
  ["an optional number", z.optional(wireNumber), [7, -1, 0.5]],
  ["a time", wireTime, usualTimes],
  ["a list of texts", z.array(z.string()), lists],
  ["a list of texts with a default", z._default(z.array(z.string()), []), lists],
])("%s skips its schema where the schema has nothing to check", (_, schema, skip) => {
  expect(skipping(schema)).toEqual(skip);
});

test.each<[string, z.core.$ZodType]>([
  ["a length", z.string().check(z.minLength(1))],
  ["a pattern", z.string().check(z.regex(/x/))],
  ["a rule of its own", z.string().check(z.refine((value) => value === "x"))],
  ["a format", z.email()],
  ["a bound", wireInteger.check(z.lte(9))],
  ["a bound of an optional number", z.optional(wireInteger.check(z.lte(9)))],
  ["a rule around what is optional", z.optional(z.string()).check(z.refine((value) => value === "x"))],
  ["a length of a list", z.array(z.string()).check(z.maxLength(1))],
  ["a list of checked texts", z.array(z.string().check(z.minLength(1)))],
  ["a list of what is converted", z.array(wireText)],
  ["a bound of a time", wireTime.check(z.refine((value) => value > "2026"))],
  [
    "a conversion that nobody has listed",
    z.codec(z.string(), z.string(), { decode: (one) => one.trim(), encode: (one) => one }),
  ],
  ["a coercion", z.coerce.string()],
  ["a choice", z.enum(["x", "y"])],
  ["a union", z.union([z.string(), z.int()])],
  ["an object", z.object({ x: z.string() })],
])("nothing skips a schema that has %s", (_, schema) => {
  expect(skipping(schema)).toEqual([]);
});

test("a field with an upper bound of 9 takes 9 and refuses 99", () => {
  const level = field(z.optional(wireInteger.check(z.lte(9))), { wire: "Level" });
  const { read } = createFieldReader("level", level);
  expect([9, "9", 99, "99"].map((Level) => read({ Level }))).toEqual([9, 9, odd, odd]);
});

const anything = fc.oneof(
  fc.constantFrom<unknown>(
    ...values,
    2 ** 53,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    null,
    undefined,
    -0,
    1e21,
  ),
  fc.string(),
  fc.date({ noInvalidDate: true }).map((date) => `${date.toISOString().slice(0, 19)}Z`),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { maxLength: 4 }),
  fc.anything({ maxDepth: 2 }),
);

test.each(Object.entries(image.shape))(
  "what skips the schema of %s comes out of it as it is",
  (_, schema) => {
    const asIs = takenAsIs(schema);
    fc.assert(
      fc.property(anything, (value) => {
        if (asIs(value)) expect(z.safeParse(schema, value)).toEqual({ success: true, data: value });
      }),
      { numRuns: 300 },
    );
  },
);

test.each(
  Object.entries(image.shape).filter(([name]) => !["source", "official", "certified"].includes(name)),
)("%s is read as its schema reads it, or is absent", (name, schema) => {
  const { path, read } = createFieldReader(name, schema);
  const [parent = "", member] = path.split(".");
  // These two are put together of several members of the row.
  const derived = ["softwarePorts", "supportedZones"].includes(name);
  fc.assert(
    fc.property(anything, (value) => {
      const found = read({ [parent]: member === undefined ? value : { [member]: value } });
      if (value === undefined || value === null || value === "") expect(found).toBeUndefined();
      else if (found !== undefined && !derived) {
        const parsed = z.safeParse(schema, value);
        expect(found).toEqual(parsed.success ? parsed.data : odd);
      }
    }),
    { numRuns: 300 },
  );
});
