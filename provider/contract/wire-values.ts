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

/** The end of the year 9999, in seconds since 1970. Milliseconds of every year from 1978 on lie beyond it. */
const lastSecond = 253_402_300_799;

/** A time with its offset from UTC, such as `2026-07-22T16:00:00+08:00`; without one it would be anybody's guess. */
const rfc3339 = z.iso.datetime({ offset: true }).check(
  z.refine((value) => {
    const seconds = Date.parse(value) / 1000;
    return seconds >= 0 && seconds < lastSecond + 1;
  }),
);

function milliseconds(value: number | string): number {
  return typeof value === "number" || /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value);
}

/**
 * Seconds since 1970 on the wire, RFC 3339 in UTC here. RFC 3339 is taken on the wire too, since it has one meaning.
 * Milliseconds are not: nothing says which unit a number has, and an unknown time is better than a wrong one.
 */
export const wireTime = z.codec(
  z.union([z.int().check(z.gte(0), z.lte(lastSecond)), z.string().check(z.regex(/^\d{1,11}$/)), rfc3339]),
  z.string(),
  {
    // Whole seconds: texts of one length, which order as the times do.
    decode: (value) => `${new Date(milliseconds(value)).toISOString().slice(0, 19)}Z`,
    encode: (value) => Date.parse(value) / 1000,
  },
);

/** Times that are written as we write them. Days that only some months have are left to a closer look. */
const usualTime =
  /^(19[7-9]\d|[2-9]\d{3})-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3])(:[0-5]\d){2}Z$/;

/**
 * What a codec of this file takes as it is, which a program then gets as it is. A codec that checks more is another one,
 * and not in this list.
 */
export const codecsTakenAsIs: ReadonlyMap<z.core.$ZodType, (value: unknown) => boolean> = new Map<
  z.core.$ZodType,
  (value: unknown) => boolean
>([
  [wireInteger, Number.isSafeInteger],
  [wireNumber, Number.isFinite],
  [wireBoolean, (value) => typeof value === "boolean"],
  [wireText, (value) => typeof value === "string"],
  [wireTime, (value) => typeof value === "string" && usualTime.test(value)],
]);
