import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { flattenParameters } from "../../../provider/ucloud/flatten-parameters.ts";
import { signature, textToSign } from "../../../provider/ucloud/signature.ts";
import { signatureVectors, signedOrder } from "../../support/ucloud/signature-vectors.ts";

/** What each step of signing gives; written by an independent script, whose SHA-1 of `text` is the vector's signature. */
interface Steps {
  readonly name: string;
  readonly flat: Readonly<Record<string, string>>;
  readonly order: readonly string[];
  readonly text: string;
}

const steps: readonly Steps[] = JSON.parse(readFileSync("tests/vectors/signature-steps.json", "utf8"));
const stepsOf = new Map(steps.map((one) => [one.name, one]));

test("there are 28 vectors, and the steps of each", () => {
  expect(signatureVectors).toHaveLength(28);
  expect([...stepsOf.keys()]).toEqual(signatureVectors.map(({ name }) => name));
});

test.each(signatureVectors)("$name: flattened, ordered, joined and signed as published", (vector) => {
  const flat = flattenParameters({ ...vector.params, PublicKey: vector.publicKey });
  const steps = stepsOf.get(vector.name);
  // The first line that differs is the step that is broken.
  const done = {
    "1 flatten": Object.fromEntries(flat),
    "2 order": signedOrder(flat),
    "3 text": textToSign(flat, vector.privateKey),
    "4 signature": signature(flat, vector.privateKey),
  };
  expect(done).toEqual({
    "1 flatten": steps?.flat,
    "2 order": steps?.order,
    "3 text": steps?.text,
    "4 signature": vector.signature,
  });
});

test("the signature published by UCloud comes out of the three parameters of its page", () => {
  const publicKey = "ucloudsomeone@example.com1296235120854146120";
  const request = { Action: "DescribeUHostInstance", Region: "cn-bj2", Limit: 10, PublicKey: publicKey };
  expect(signature(flattenParameters(request), "46f09bb9fab4f12dfc160dae12273d5332b5debe")).toBe(
    "cba5cf5ec4d4233d206b1b54951e3787350a642f",
  );
});

test("a signature that is already there is no part of the text", () => {
  const unsigned = new Map([["Action", "Test"]]);
  const signed = new Map([...unsigned, ["Signature", "0123456789abcdef0123456789abcdef01234567"]]);
  expect(textToSign(signed, "key")).toBe("ActionTestkey");
  expect(signature(signed, "key")).toBe(signature(unsigned, "key"));
});

test.each([
  ["a lone high half", "\ud83d"],
  ["a lone low half", "\ude80"],
  ["two halves in the wrong order", "\ude80\ud83d"],
  ["half a pair at the end", "ComfyUI \ud83d"],
])("text with %s is refused and not shown", (_, value) => {
  expect(() => flattenParameters({ Name: value })).toThrow(
    new TypeError("Name holds half of a surrogate pair"),
  );
  expect(() => flattenParameters({ Tag: ["fine", value] })).toThrow("Tag.1 holds half of a surrogate pair");
});

test.each([
  [1e21, "1000000000000000000000"],
  [-1e21, "-1000000000000000000000"],
  [1e-7, "0.0000001"],
  [-1.25e-7, "-0.000000125"],
  [1.5e-20, "0.000000000000000000015"],
  [5e-324, `0.${"0".repeat(323)}5`],
  [1.7976931348623157e308, BigInt(1.7976931348623157e308).toString()],
  [42, "42"],
  [0.1, "0.1"],
  [-0, "0"],
  [Number.MAX_SAFE_INTEGER, "9007199254740991"],
])("the number %p is written as %s, without an exponent", (value, written) => {
  expect(flattenParameters({ V: value }).get("V")).toBe(written);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("%p is no value", (value) => {
  expect(() => flattenParameters({ V: value })).toThrow(new TypeError("V is not a finite number"));
});

test("any number is written as digits that mean the same number", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const written = flattenParameters({ V: value }).get("V") ?? "";
      expect(written).toMatch(/^-?\d+(\.\d+)?$/);
      expect(Number(written)).toBe(value === 0 ? 0 : value);
    }),
  );
});

test("an empty list has no parameters, nested lists and objects have dotted ones", () => {
  const request = { A: [], B: [["x", "y"], ["z"]], C: { D: { E: true } } };
  expect([...flattenParameters(request)]).toEqual([
    ["B.0.0", "x"],
    ["B.0.1", "y"],
    ["B.1.0", "z"],
    ["C.D.E", "true"],
  ]);
});
