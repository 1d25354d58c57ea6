import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { argumentsInChinese } from "../../../cli/query-flags-zh.ts";
import { fieldFacts } from "../../../provider/contract/field.ts";
import { singleArguments } from "../../../provider/contract/query.ts";
import { publisherArguments } from "../../../provider/lookup/filters/applied-filters.ts";
import { anyOf } from "../../../provider/messages/any-of.ts";

test("five arguments say who has published an image", () => {
  expect(publisherArguments).toEqual([
    "author",
    "ownerAccountId",
    "groupId",
    "officialOnly",
    "certifiedOnly",
  ]);
});

test.each([
  [[], "", ""],
  [["author"], "`author`", "`author`"],
  [["author", "groupId"], "`author` or `groupId`", "`author` 或 `groupId`"],
  [["author", "id", "groupId"], "`author`, `id` or `groupId`", "`author`、`id` 或 `groupId`"],
])("any of %j is %j, in Chinese %j", (names, english, chinese) => {
  expect([anyOf.en(names), anyOf.zh(names)]).toEqual([english, chinese]);
});

const page = (file: string): string => readFileSync(`docs/${file}`, "utf8");

test.each([
  ["the contract", fieldFacts.get(singleArguments.mostRecent)?.description],
  ...["selecting.md", "pinning.md", "ci.md", "errors.md", "decisions/0007-departures-and-choices.md"].map(
    (file) => [file, page(file)] as const,
  ),
])("%s names every argument that says who has published", (_, text) => {
  expect(text).toContain(anyOf.en(publisherArguments));
});

test.each([
  ["the command line's help", argumentsInChinese.mostRecent],
  ...["selecting.zh-CN.md", "pinning.zh-CN.md", "ci.zh-CN.md"].map((file) => [file, page(file)] as const),
])("%s names every one of them in Chinese", (_, text) => {
  expect(text).toContain(anyOf.zh(publisherArguments));
});
