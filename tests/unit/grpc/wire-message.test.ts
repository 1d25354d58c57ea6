import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { checkRequest, diffResponse, invokeRequest } from "../../../provider/grpc/pulumi-messages.ts";
import { StatusError } from "../../../provider/grpc/status-error.ts";
import { decode, encode } from "../../../provider/grpc/wire-message.ts";

const bytes = (hex: string): Buffer => Buffer.from(hex.replaceAll(" ", ""), "hex");

/** The status that reading a message ends with. */
function refusal(message: Buffer): { readonly code: number; readonly details: string } {
  try {
    decode(invokeRequest, message);
  } catch (error) {
    if (error instanceof StatusError) return { code: error.code, details: error.details };
    throw error;
  }
  throw new Error("the message was read");
}

const malformed = { code: 13, details: "the request is not a well-formed protobuf message" };

test.each([
  ["a field without a value", "0a"],
  ["a text that is longer than the message", "0a 05 61"],
  ["a text whose length has no end", "0a ff"],
  ["a length of more than 64 bits", "0a ff ff ff ff ff ff ff ff ff ff ff 01"],
  ["a length of almost 2^64", "0a ff ff ff ff ff ff ff ff ff 01"],
  ["bytes that are no text", "0a 02 c3 28"],
  ["half of a surrogate pair", "0a 03 ed a0 80"],
  ["a field of number 0", "02 01 61"],
  ["a field whose number is too large", "82 80 80 80 80 01 00"],
  ["a group", "0b 0c"],
  ["a group that nobody closes", "9b 06"],
  ["the end of a group", "0c"],
  ["a field of a type that there is not", "0e"],
  ["a Struct that is longer than the message", "12 05 0a"],
  ["an entry that is longer than its Struct", "12 02 0a 05 0a 03 61 62 63"],
  ["a name that ends behind its entry", "12 04 0a 02 0a 03 61 62 63"],
  ["a number that ends behind its value", "12 09 0a 07 0a 01 61 12 02 11 00 00 00 00 00 00 00 00"],
  ["an unknown field that ends behind the message", "9a 06 05 61"],
  ["an unknown number that ends behind the message", "91 06 00"],
  ["an unknown varint without an end", "90 06 ff ff"],
])("%s is refused", (_, hex) => {
  expect(refusal(bytes(hex))).toEqual(malformed);
});

test.each([
  ["of another type than the table says", "08 05", { tok: "", args: undefined }],
  ["that the table does not have", "98 06 05 91 06 0000000000000000 95 06 00000000 9a 06 01 61", { tok: "" }],
  ["that comes twice, of which the last counts", "0a 01 61 0a 01 62", { tok: "b" }],
  ["of no bytes", "0a 00", { tok: "" }],
  [
    "in a Struct that comes in two parts",
    "12 07 0a 05 0a 01 61 12 00 12 07 0a 05 0a 01 62 12 00",
    { args: { a: null, b: null } },
  ],
  ["of a value of a kind that is not known", "12 0a 0a 08 0a 01 61 12 03 3a 01 61", { args: { a: null } }],
  ["of an entry without a name", "12 06 0a 04 12 02 20 01", { args: { "": true } }],
  ["of an entry without a value", "12 05 0a 03 0a 01 61", { args: { a: null } }],
  ["of an entry in another order", "12 09 0a 07 12 02 20 01 0a 01 61", { args: { a: true } }],
  ["of a truth value that is another number", "12 09 0a 07 0a 01 61 12 02 20 05", { args: { a: true } }],
])("a field %s is no fault", (_, hex, message) => {
  expect(decode(invokeRequest, bytes(hex))).toMatchObject(message);
});

test("a member that is called __proto__ is a member like any other", () => {
  const struct = "0a 0f 0a 09 5f5f70726f746f5f5f 12 02 20 01";
  const { args } = decode(invokeRequest, bytes(`12 11 ${struct}`));
  expect(Object.entries(args ?? {})).toEqual([["__proto__", true]]);
  expect(Object.getPrototypeOf(args)).toBe(Object.prototype);
  expect(Buffer.from(encode(invokeRequest, { args: args ?? {} }))).toEqual(bytes(`12 11 ${struct}`));
  const { detailedDiff } = decode(diffResponse, bytes("32 0d 0a 09 5f5f70726f746f5f5f 12 00"));
  expect(Object.keys(detailedDiff)).toEqual(["__proto__"]);
});

/** A field that holds other bytes. */
function within(tag: number, inner: Uint8Array): Buffer {
  const digits: number[] = [];
  let rest = inner.length;
  for (; rest > 127; rest = Math.floor(rest / 128)) digits.push((rest % 128) | 128);
  return Buffer.concat([Buffer.of(tag, ...digits, rest), inner]);
}

/** A list in a list in a list, so many deep, as the value of a Struct's only member. */
function nested(depth: number): Buffer {
  let value: Uint8Array = Buffer.alloc(0);
  for (let level = 0; level < depth; level += 1) value = within(0x32, within(0x0a, value));
  return within(0x12, within(0x0a, within(0x12, value)));
}

test("nesting has an end, and what lies within is read", () => {
  expect(decode(invokeRequest, nested(190)).args).toEqual({ "": expect.any(Array) });
  for (const depth of [210, 10_000])
    expect(refusal(nested(depth))).toEqual({ code: 8, details: "the request is nested too deeply" });
});

test("a message of millions of empty values is refused before it fills the memory", () => {
  const list = Buffer.alloc(10_000_000, Buffer.of(0x0a, 0));
  const message = within(0x12, within(0x0a, within(0x12, within(0x32, list))));
  expect(refusal(message)).toEqual({ code: 8, details: "the request has more than 2000000 fields" });
});

test("whatever bytes come, they are read or refused", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (random) => {
      try {
        decode(checkRequest, Buffer.from(random));
      } catch (error) {
        expect(error).toBeInstanceOf(StatusError);
      }
    }),
    { numRuns: 5000 },
  );
});

const members = fc.object({
  maxDepth: 4,
  values: [fc.string({ unit: "grapheme" }), fc.double(), fc.boolean(), fc.constant(null)],
});

test("a message with bytes that are missing, doubled or others is read or refused", () => {
  fc.assert(
    fc.property(members, fc.nat(), fc.nat({ max: 255 }), fc.nat(), (args, at, byte, cut) => {
      const message = Buffer.from(encode(invokeRequest, { tok: "token", args: args }));
      const changed = Buffer.from(message);
      changed[at % message.length] = byte;
      const shorter = message.subarray(0, cut % message.length);
      for (const one of [changed, shorter, Buffer.concat([shorter, message])]) {
        try {
          decode(invokeRequest, one);
        } catch (error) {
          expect(error).toBeInstanceOf(StatusError);
        }
      }
    }),
    { numRuns: 2000 },
  );
});

test("a mark of the byte order is part of its text, however long that is", () => {
  for (const tok of ["\ufeffa", `\ufeff${"a".repeat(30)}`])
    expect(decode(invokeRequest, Buffer.from(encode(invokeRequest, { tok })))).toMatchObject({ tok });
});

test.each([
  ["a", "61"],
  ["é", "c3a9"],
  ["镜", "e9959c"],
  ["\u{1ffff}", "f09fbfbf"],
  ["\u{20000}", "f0a08080"],
  ["\u{10ffff}", "f48fbfbf"],
  ["\ud800", "efbfbd"],
  ["\udc00a", "efbfbd61"],
])("the text %j is written as %s", (tok, hex) => {
  const body = Buffer.from(encode(invokeRequest, { tok })).subarray(2);
  expect(body.toString("hex")).toBe(hex);
  const long = Buffer.from(encode(invokeRequest, { tok: tok.repeat(200) }));
  expect(long.toString("hex").endsWith(hex.repeat(200))).toBe(true);
});

test.each([0, 100, 5000, 1_000_000, 1_048_576, 3_000_000, 20_000_000])(
  "a text of %d bytes is written and read",
  (length) => {
    const tok = "abc".repeat(Math.ceil(length / 3)).slice(0, length);
    const message = Buffer.from(encode(invokeRequest, { tok, args: { a: tok, b: [tok.slice(0, 9)] } }));
    expect(decode(invokeRequest, message)).toEqual({ tok, args: { a: tok, b: [tok.slice(0, 9)] } });
  },
);

test("a response of more than the engine takes ends with a status instead", () => {
  const half = "a".repeat(210 * 1024 * 1024);
  expect(() => encode(invokeRequest, { tok: half, args: { half } })).toThrow(
    expect.objectContaining({ name: "StatusError", code: 8 }),
  );
});
