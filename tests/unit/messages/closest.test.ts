import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { closest } from "../../../provider/messages/closest.ts";

const names = [
  "name",
  "nameContains",
  "nameGlob",
  "tags",
  "tagsAny",
  "statuses",
  "imageType",
  "orderBy",
  "region",
];

test.each([
  ["tag", ["tags"]],
  ["Tags", ["tags"]],
  ["image_type", ["imageType"]],
  ["imagetype", ["imageType"]],
  ["regoin", ["region"]],
  ["status", ["statuses"]],
  ["nameContain", ["nameContains"]],
  ["orderby", ["orderBy"]],
  ["colour", []],
  ["", []],
  ["---", []],
])("closest to %j is %j", (wanted, found) => {
  expect(closest(wanted, names, 1)).toEqual(found);
});

test("a difference of case comes before one of punctuation, that before one of letters, that before a part", () => {
  const known = ["pytorch-2.9", "PYTORCH", "pytorch and more", "pytorxh", "py.torch"];
  expect(closest("pytorch", known, 5)).toEqual([
    "PYTORCH",
    "py.torch",
    "pytorxh",
    "pytorch-2.9",
    "pytorch and more",
  ]);
});

test("full width and half width are alike", () => {
  expect(closest("ＣｏｍｆｙＵＩ", ["ComfyUI", "vLLM"], 1)).toEqual(["ComfyUI"]);
});

test("the wanted value itself is no suggestion", () => {
  expect(closest("name", ["name", "Name"])).toEqual(["Name"]);
});

test("suggestions are known values, each once, no more than asked, and the same for every order", () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string(), { maxLength: 12 }), fc.nat(4), (wanted, known, most) => {
      const found = closest(wanted, known, most);
      expect(found.length).toBeLessThanOrEqual(most);
      expect(new Set(found).size).toBe(found.length);
      for (const value of found) expect(known).toContain(value);
      expect(found).not.toContain(wanted);
      expect(closest(wanted, known.toReversed(), most)).toEqual(found);
    }),
  );
});
