import { expect, test } from "@jest/globals";
import {
  shownTags,
  splitTag,
  tagKey,
  tagKeys,
  wantedTag,
} from "../../../../provider/lookup/filters/tag-spellings.ts";
import { makeImage } from "../../../support/listings/make-image.ts";

test.each([
  ["pytorch，Pytorch", ["pytorch", "Pytorch"]],
  ["pytorch,Pytorch", ["pytorch", "Pytorch"]],
  [" 深度学习 ，\tqwen ", ["深度学习", "qwen"]],
  ["，, ，", []],
  ["", []],
])("the stored tag %j stands for %j", (stored, tags) => {
  expect(splitTag(stored)).toEqual(tags);
});

test.each([
  ["PyTorch", "pytorch"],
  ["ＰｙＴｏｒｃｈ", "pytorch"],
  ["\u3000推理框架 ", "推理框架"],
])("the tag %j is compared as %j", (tag, key) => {
  expect(tagKey(tag)).toBe(key);
});

test("an image has the tags of all that it stores, each once", () => {
  expect([...tagKeys(["pytorch，Pytorch", "", "Qwen"])]).toEqual(["pytorch", "qwen"]);
});

test("the tags of a list are read once, since every query asks again", () => {
  const stored = ["pytorch，Pytorch"];
  expect(tagKeys(stored)).toBe(tagKeys(stored));
});

test("people read the tags of an image with spaces between them, and none where it has none", () => {
  expect(shownTags(makeImage({ id: "a", tags: ["推理框架", "qwen"] }))).toBe("推理框架 qwen");
  expect(shownTags(makeImage({ id: "a" }))).toBeUndefined();
});

test.each<[string, readonly string[], boolean]>([
  ["QWEN", ["qwen"], true],
  ["pytorch，Pytorch", ["pytorch"], true],
  ["pytorch,qwen", ["qwen", "pytorch"], true],
  ["pytorch,qwen", ["qwen"], false],
  ["qwen", [], false],
  ["，", ["qwen"], false],
  ["", [], false],
])("whoever wants the tag %j is content with %j: %s", (tag, stored, expected) => {
  expect(wantedTag(tag)(tagKeys(stored))).toBe(expected);
});
