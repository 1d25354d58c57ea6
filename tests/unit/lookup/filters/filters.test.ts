import { expect, test } from "@jest/globals";
import type { Filters } from "../../../../provider/contract/query.ts";
import {
  appliedFilters,
  describeFilters,
  matching,
} from "../../../../provider/lookup/filters/applied-filters.ts";
import { letters, shelf, wanted } from "../../../support/lookup/shelf.ts";

test.each<[Partial<Filters>, string]>([
  [{}, "abcdegh"],
  [{ id: "compshareImage-1ccccccccccc" }, "c"],
  [{ id: "compshareImage-1CCCCCCCCCCC" }, ""],
  [{ name: "SGLang" }, "cd"],
  [{ name: "sglang" }, ""],
  [{ name: "SGLan" }, ""],
  [{ name: "SGLang " }, ""],
  [{ nameContains: "torch291" }, "ab"],
  [{ nameContains: "Torch291" }, ""],
  [{ nameContains: "镜像" }, "e"],
  [{ nameContains: ".*" }, ""],
  [{ imageType: "System" }, "g"],
  [{ imageType: "system" }, ""],
  [{ imageType: "Game" }, ""],
  [{ author: "优云智算" }, "e"],
  [{ author: "ucloud" }, ""],
  [{ tags: ["Pytorch"] }, "ab"],
  [{ tags: ["pytorch", "深度学习"] }, "a"],
  [{ tags: ["pytorch", "推理框架"] }, ""],
  [{ tagsAny: ["深度学习", "推理框架"] }, "ac"],
  [{ tagsAny: ["no such tag"] }, ""],
  [{ tags: ["pytorch"], tagsAny: ["深度学习", "推理框架"] }, "a"],
  [{ statuses: ["Reviewing"] }, "f"],
  [{ statuses: ["Available", "Reviewing"], author: "优云智算" }, "ef"],
  [{ statuses: ["available"] }, ""],
  [{ nameContains: "cuda", author: "UCloud", imageType: "App", tags: ["深度学习"] }, "a"],
])("%j passes the images %j", (filters, expected) => {
  expect(letters(matching(shelf, appliedFilters(wanted(filters))))).toBe(expected);
});

test("an image without a status passes no status, and one without an author no author", () => {
  const { status: _, author: __, ...bare } = { ...shelf[0], id: "bare", status: "", author: "" };
  const images = [{ ...bare, name: "", source: "platform", tags: [], official: true, certified: false }];
  expect(matching(images, appliedFilters(wanted({})))).toEqual([]);
  expect(matching(images, appliedFilters({ statuses: ["Available", ""] }))).toEqual([]);
});

test.each([
  ["lower case", "pytorch"],
  ["upper case", "PYTORCH"],
  ["full width", "ＰｙＴｏｒｃｈ"],
  ["spaces around", "  PyTorch\t"],
  ["the tag as it is stored", "pytorch，Pytorch"],
  ["the same with a half-width comma", "Pytorch,pytorch"],
])("a tag is found in %s", (_, tag) => {
  expect(letters(matching(shelf, appliedFilters(wanted({ tags: [tag] }))))).toBe("ab");
  expect(letters(matching(shelf, appliedFilters(wanted({ tagsAny: [tag] }))))).toBe("ab");
});

test("part of a tag is no tag of any image", () => {
  expect(matching(shelf, appliedFilters(wanted({ tags: ["torch"] })))).toEqual([]);
  expect(matching(shelf, appliedFilters(wanted({ tagsAny: ["torch"] })))).toEqual([]);
});

test.each<[Partial<Filters>, string]>([
  [{ tags: ["pytorch，推理框架"] }, ""],
  [{ tagsAny: ["pytorch，推理框架"] }, "abc"],
  [{ tagsNone: ["pytorch，推理框架"] }, "degh"],
])("of a wanted compound each half is a tag by itself: %j passes the images %j", (filters, expected) => {
  expect(letters(matching(shelf, appliedFilters(wanted(filters))))).toBe(expected);
});

test("each half of a compound tag counts", () => {
  expect(letters(matching(shelf, appliedFilters(wanted({ tags: ["黑神话"] }))))).toBe("h");
  expect(letters(matching(shelf, appliedFilters(wanted({ tags: ["黑神话悟空"] }))))).toBe("h");
});

test("what was applied is described with its default, lists joined", () => {
  expect(describeFilters(appliedFilters(wanted({ tags: ["推理框架", "Qwen"], name: "SGLang" })))).toEqual({
    name: "SGLang",
    tags: "推理框架, Qwen",
    statuses: "Available",
  });
});
