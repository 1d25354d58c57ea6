import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { scanJson } from "../../../provider/ucloud/scan-json.ts";

const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

test.each([
  ["an empty text", ""],
  ["an empty object", "{}"],
  ["a reply", '{"RetCode":0,"ImageSet":[{"Name":"a"},{"Name":"b"}],"TotalCount":2}'],
  ["a name that is a value too", '{"RetCode":"RetCode","Message":"RetCode"}'],
  ["a name that a list holds twice", '{"a":["b","b"],"b":1}'],
  ["a name that an inner object has as well", '{"RetCode":0,"Data":{"RetCode":171}}'],
  ["names twice in an inner object", '{"Data":{"a":1,"a":2}}'],
  ["brackets in texts", `{"Message":"${"[{".repeat(100)}"}`],
  ["quotes and backslashes in texts", '{"a":"\\"b\\":[","b\\\\":"\\\\","c":1}'],
  ["64 levels", nested(64)],
  ["many lists beside each other", `[${Array(500).fill("[[]]").join(",")}]`],
  ["two documents", '{"RetCode":0}{"RetCode":0}'],
  ["a text without an end", '{"RetCode":0,"Message":"RetCode'],
  ["no JSON", "<html>RetCode: [[[ </html>"],
])("%s has no flaw", (_, text) => {
  expect(scanJson(text)).toBeUndefined();
});

test.each([
  ["twice in a row", '{"RetCode":0,"RetCode":171}'],
  ["with the same value", '{"RetCode":0,"RetCode":0}'],
  ["with others between", '{"RetCode":0,"ImageSet":[{"a":{}}],"Message":"x","RetCode":171}'],
  ["with white space", '{ "RetCode" : 0 ,\n\t"RetCode"\r\n: 171 }'],
  ["written with an escape", '{"RetCode":0,"Ret\\u0043ode":171}'],
  ["written with two different escapes", '{"a\\/b":0,"a\\u002Fb":171}'],
  ["that is empty", '{"":0,"":1}'],
  ["that is Chinese", '{"镜像":0,"镜像":1}'],
  ["before the text ends in the middle", '{"RetCode":0,"RetCode":17'],
])("a key %s is duplicate", (_, text) => {
  expect(scanJson(text)).toBe("duplicateKey");
});

test.each([
  ["65 lists", nested(65)],
  ["65 objects", `${'{"a":'.repeat(65)}0${"}".repeat(65)}`],
  ["lists and objects in turn", '[{"a":'.repeat(40)],
  ["a member of a reply", `{"RetCode":0,"ImageSet":${nested(64)}}`],
  ["two million lists that never end", "[".repeat(2_000_000)],
])("%s are too deep", (_, text) => {
  expect(scanJson(text)).toBe("tooDeep");
});

test("of what JSON.parse writes only nesting beyond 64 is a flaw: nothing honest is refused", () => {
  const depthOf = (value: unknown): number =>
    typeof value === "object" && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(70), (inner, lists) => {
      let value: unknown = inner;
      for (let list = 0; list < lists; list += 1) value = [value];
      expect(scanJson(JSON.stringify(value))).toBe(depthOf(value) > 64 ? "tooDeep" : undefined);
    }),
    { numRuns: 500 },
  );
});

test("any text is scanned without a throw", () => {
  const pieces = fc.array(
    fc.constantFrom('"', "\\", "{", "}", "[", "]", ":", ",", "RetCode", "\\u", "é", " "),
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      expect([undefined, "tooDeep", "duplicateKey"]).toContain(scanJson(parts.join("")));
    }),
    { numRuns: 2000 },
  );
});
