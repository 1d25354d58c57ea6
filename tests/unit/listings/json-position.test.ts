import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { jsonFlaw, lineAndColumn } from "../../../provider/listings/json-position.ts";

test.each([
  ["", 0],
  ['{"a":1', 6],
  ['{"a":1,}', 7],
  ["[1 2]", 3],
  ['{"a" 1}', 5],
  ["[01]", 2],
  ['["\t"]', 1],
  ['["\\x"]', 1],
  ["[nul]", 1],
  ["{}{}", 2],
  ["[\n<<<<<<< HEAD\n]", 2],
])("%j stops being JSON at %d", (text, index) => {
  expect(jsonFlaw(text)).toBe(index);
});

test("what the parser takes has no flaw", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(jsonFlaw(` ${text}\n`)).toBeUndefined();
    }),
  );
});

test("what the parser refuses has one flaw, and before it stands no other", () => {
  const broken = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom(",", "}", "]", '"', "x", "\\", ""))
    .map(([text, at, put]) => {
      const index = at % (text.length + 1);
      return text.slice(0, index) + put + text.slice(index + 1);
    });
  fc.assert(
    fc.property(broken, (text) => {
      const flaw = jsonFlaw(text);
      const parsed = ((): boolean => {
        try {
          JSON.parse(text);
          return true;
        } catch {
          return false;
        }
      })();
      expect(flaw === undefined).toBe(parsed);
      // What stands before it is right, or lacks its end.
      if (flaw !== undefined) expect(jsonFlaw(text.slice(0, flaw)) ?? flaw).toBe(flaw);
    }),
  );
});

test("a place is counted from line 1 and column 1", () => {
  expect(lineAndColumn("ab\ncd\nef", 0)).toEqual({ line: 1, column: 1 });
  expect(lineAndColumn("ab\ncd\nef", 4)).toEqual({ line: 2, column: 2 });
  expect(lineAndColumn("ab\ncd\nef", 8)).toEqual({ line: 3, column: 3 });
});
