import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { plainInputs, secretValue } from "../../../provider/grpc/engine-values.ts";
import { sentOutputs } from "../../support/grpc/sent-outputs.ts";

const key = "4dabf18193072939515e22adb298388d";
const secret = (value: unknown) => ({ [key]: "1b47061264138c4ac30d75fd1eb44270", value });
const output = (members: object) => ({ [key]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", ...members });
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

test.each<[string, unknown, unknown, boolean]>([
  ["a plain value", "a", "a", false],
  ["a list and an object", { list: [1, null, true] }, { list: [1, null, true] }, false],
  ["a secret", secret("a"), "a", true],
  ["a secret in a list in an object", { list: [secret("a")] }, { list: ["a"] }, true],
  ["an output", output({ value: "a", dependencies: ["urn"] }), "a", false],
  ["a secret output", output({ value: ["a"], secret: true }), ["a"], true],
  ["a secret in an output in a secret", secret(output({ value: secret("a") })), "a", true],
])("%s is taken off its wrapper", (_, input, value, isSecret) => {
  expect(plainInputs({ input })).toEqual({
    values: { input: value },
    secret: isSecret,
    secrets: isSecret ? ["input"] : [],
    unknown: [],
  });
});

test.each([
  ["a text", unknown],
  ["a truth value", "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7"],
  ["a number", "3eeb2bf0-c639-47a8-9e75-3b44932eb421"],
  ["a list", "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2"],
  ["an object", "dd056dcd-154b-4c76-9bd3-c8f88648b5ff"],
  ["an asset", "030794c1-ac77-496b-92df-f27374a8bd58"],
  ["an archive", "e48ece36-62e2-4504-bad9-02848725956a"],
])("%s that is not known yet is set apart, at any depth", (_, text) => {
  for (const input of [text, [text], { deep: [{ deeper: text }] }, secret(text), output({ value: text })])
    expect(plainInputs({ input, other: 1 })).toMatchObject({ values: { other: 1 }, unknown: ["input"] });
});

test("an output without a value is not known yet, and may be secret", () => {
  expect(plainInputs({ input: output({ secret: true }) })).toEqual({
    values: {},
    secret: true,
    secrets: ["input"],
    unknown: ["input"],
  });
});

test("a value goes into the wrapper of secrets and comes out of it", () => {
  expect(secretValue("a")).toEqual(secret("a"));
  expect(plainInputs({ input: secretValue(["a"]) })).toMatchObject({
    values: { input: ["a"] },
    secret: true,
  });
});

test.each<[string, unknown, unknown]>([
  ["what is undefined is left out", { a: undefined, b: { c: undefined } }, { b: {} }],
  ["a text that stands for an unknown is put in brackets", [unknown], [`(${unknown})`]],
  ["a mark of the engine is left out", { [key]: "1b47061264138c4ac30d75fd1eb44270", value: 1 }, { value: 1 }],
  ["half a surrogate pair is replaced", "a\ud800b", "a\ufffdb"],
  ["everything else stays", { a: [1, true, null, "镜像"] }, { a: [1, true, null, "镜像"] }],
])("%s", (_, value, expected) => {
  expect(sentOutputs({ value })).toEqual({ value: expected });
});

test("an output that is undefined is left out", () => {
  expect(sentOutputs({ a: undefined, b: 1 })).toEqual({ b: 1 });
});

test("a secret output is made harmless inside its wrapper", () => {
  const hostile = { [key]: "1b47061264138c4ac30d75fd1eb44270", value: unknown };
  expect(sentOutputs({ a: hostile, b: 1 }, (name) => name === "a")).toEqual({
    a: secret({ value: `(${unknown})` }),
    b: 1,
  });
});

test("an input that is called __proto__ is an input like any other", () => {
  const { values, unknown: names } = plainInputs(JSON.parse('{"__proto__": {"polluted": 1}, "a": 1}'));
  expect(Object.keys(values)).toEqual(["__proto__", "a"]);
  expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
  expect(Object.getOwnPropertyDescriptor(values, "__proto__")).toEqual({
    value: { polluted: 1 },
    enumerable: true,
    writable: true,
    configurable: true,
  });
  expect(names).toEqual([]);
});

test("whatever a server sends, the engine finds no mark of its own in it", () => {
  const hostile = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.constant(unknown),
      fc.dictionary(fc.oneof(fc.constant(key), fc.string({ maxLength: 3 })), tie("value")),
      fc.array(tie("value")),
    ),
  })).value;
  fc.assert(
    fc.property(hostile, (value) => {
      const { secret, unknown: names } = plainInputs(sentOutputs({ value }));
      expect({ secret, names }).toEqual({ secret: false, names: [] });
    }),
  );
});
