import { expect, test } from "@jest/globals";
import type { Image, ImageSource } from "../../../provider/contract/image.ts";
import { explainSeveral } from "../../../provider/lookup/explain-several.ts";
import { makeImage } from "../../support/listings/make-image.ts";
import { free, scope, wanted } from "../../support/lookup/shelf.ts";

function explain(images: readonly Image[], source: ImageSource = "platform") {
  return explainSeveral({ ...free, images, filters: wanted({}), scope: { ...scope, source } }, images);
}

/** An image of which nothing is known but what every row has. */
function bare(id: string, members: Partial<Image> = {}): Image {
  const { imageType: _, status: __, ...image } = makeImage({ id, name: "torch", ...members });
  return { ...image, ...members };
}

test.each<[keyof Image, Partial<Image>, string]>([
  ["imageType", { imageType: "App" }, "App"],
  ["author", { author: "UCloud" }, "UCloud"],
  ["status", { status: "Available" }, "Available"],
  ["framework", { framework: "vLLM", frameworkVersion: "0.9.2" }, "vLLM 0.9.2"],
  ["framework", { framework: "vLLM" }, "vLLM"],
  ["framework", { frameworkVersion: "0.9.2" }, "0.9.2"],
  ["cudaVersion", { cudaVersion: "12.8" }, "12.8"],
  ["pythonVersion", { pythonVersion: "3.12" }, "3.12"],
  ["versionName", { versionName: "v1.2" }, "v1.2"],
  ["tags", { tags: ["qwen", "深度学习"] }, "qwen 深度学习"],
  ["sizeMb", { sizeMb: 30_720 }, "30720"],
  ["price", { price: 0 }, "0"],
  ["publishedAt", { publishedAt: "2026-02-25T08:00:00Z" }, "2026-02-25"],
])("in the column %s an image with %j has %j, and one without has an empty cell", (column, members, cell) => {
  const { columns, candidates } = explain([bare("has", members), bare("lacks")]);
  expect(columns).toEqual(["id", column]);
  expect(candidates.map(({ cells }) => cells)).toEqual([
    ["has", cell],
    ["lacks", ""],
  ]);
});

test.each<[string, Partial<Image>, Partial<Image>, readonly string[]]>([
  ["names", { name: "one" }, { name: "other" }, ["id", "name"]],
  ["catalogues", { source: "platform" }, { source: "custom" }, ["id", "source"]],
  [
    "two times of one day",
    { publishedAt: "2026-02-25T08:00:00Z" },
    { publishedAt: "2026-02-25T09:00:00Z" },
    ["id"],
  ],
])("two images differ in %s", (_, one, other, expected) => {
  expect(explain([bare("a", one), bare("b", other)]).columns).toEqual(expected);
});

test.each<[ImageSource, readonly string[]]>([
  ["platform", ["id"]],
  ["community", ["id", "author"]],
  ["shared", ["id", "author"]],
])(
  "of images of one author in %s the columns are %j: where anybody publishes, the author is shown",
  (source, columns) => {
    const images = ["a", "b"].map((id) => makeImage({ id, name: "torch", author: "somebody", source }));
    expect(explain(images, source).columns).toEqual(columns);
  },
);
