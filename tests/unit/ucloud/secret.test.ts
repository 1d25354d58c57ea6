import { inspect } from "node:util";
import { expect, test } from "@jest/globals";
import { createSecret } from "../../../provider/ucloud/secret.ts";

const secret = createSecret("canary-4711");

test("a secret tells its text to who asks for it by name", () => {
  expect(secret.reveal()).toBe("canary-4711");
});

test.each<[string, string]>([
  ["text", `key ${String(secret)}`],
  ["inspection", `key ${inspect(secret)}`],
  ["inspection of everything", `key ${inspect(secret, { depth: null, showHidden: true, getters: true })}`],
  ["JSON", `key ${String(JSON.parse(JSON.stringify(secret)))}`],
])("as %s it is a word in its place", (_, shown) => {
  expect(shown).toBe("key [secret]");
});

test("no member of a secret holds its text, and none can be replaced", () => {
  expect(Object.values(secret).filter((member) => typeof member !== "function")).toEqual([]);
  expect(Object.isFrozen(secret)).toBe(true);
});
