import * as z from "zod/mini";

const digits = z.string().check(z.regex(/^-?\d{1,15}$/));
const decimal = z.string().check(z.regex(/^-?\d{1,15}(\.\d{1,15})?$/));

/** A whole number that older gateways write as text. */
export const wireInteger = z.codec(z.union([z.int(), digits]), z.int(), {
  decode: (value) => Number(value),
  encode: (value) => value,
});

/** A number that may come as text. */
export const wireNumber = z.codec(z.union([z.number(), decimal]), z.number(), {
  decode: (value) => Number(value),
  encode: (value) => value,
});

/** `true`, or the words "True" and "False" that CompShare writes for `Container`. */
export const wireBoolean = z.codec(
  z.union([z.boolean(), z.enum(["True", "False", "true", "false"])]),
  z.boolean(),
  {
    decode: (value) => value === true || value === "True" || value === "true",
    encode: (value) => value,
  },
);

/** Text, or a number that stands for text, such as an account ID. */
export const wireText = z.codec(z.union([z.string(), z.int()]), z.string(), {
  decode: (value) => String(value),
  encode: (value) => value,
});

/** Seconds since 1970 on the wire, RFC 3339 in UTC here. The upper bound is the end of the year 9999. */
export const wireTime = z.codec(
  z.union([z.int().check(z.gte(0), z.lte(253402300799)), z.string().check(z.regex(/^\d{1,11}$/))]),
  z.string(),
  {
    decode: (value) => new Date(Number(value) * 1000).toISOString().replace(".000Z", "Z"),
    encode: (value) => Date.parse(value) / 1000,
  },
);
