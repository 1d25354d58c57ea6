import { expect, test } from "@jest/globals";
import type { Image } from "../../../provider/contract/image.ts";
import type { Filters } from "../../../provider/contract/query.ts";
import { resolveScope } from "../../../provider/listings/scope.ts";
import { selectImage } from "../../../provider/lookup/select-images.ts";
import { displayWidth } from "../../../provider/messages/text-table.ts";
import { makeImage } from "../../support/listings/make-image.ts";
import { free, scope, shelf, wanted } from "../../support/lookup/shelf.ts";
import { textOf, thrownBy } from "../../support/thrown.ts";

/** The text of the error that a search with several matches ends in. */
function explain(filters: Partial<Filters>, images: readonly Image[] = shelf): string {
  try {
    selectImage({ ...free, images, filters: wanted(filters), scope, mostRecent: false, orderBy: undefined });
  } catch (error) {
    expect(error).toMatchObject({ code: "IMAGE_AMBIGUOUS" });
    return textOf(error).replace(/^IMAGE_[A-Z_]+: /, "");
  }
  throw new Error("one image matches");
}

test("two images of one name are told apart by what differs, newest first", () => {
  expect(explain({ name: "SGLang" })).toBe(
    [
      '2 images match name: "SGLang", statuses: ["Available"], and the query has to mean one:',
      "  id                           framework     tags      sizeMb  publishedAt  to get this one",
      '  compshareImage-1ddddddddddd  SGLang 0.6.1            71680   2026-06-09   version: "0.6.1"',
      '  compshareImage-1ccccccccccc  SGLang 0.5.8  推理框架  61440   2026-02-25   tags: ["推理框架"]',
      "Add what the last column says, or `mostRecent: true` to take the newest, or `orderBy` to take the first in an order of your own.",
    ].join("\n"),
  );
});

test("a part of a name is answered with whole names, in columns also with Chinese", () => {
  expect(explain({ nameContains: "ComfyUI", statuses: ["Available", "Reviewing"] })).toBe(
    [
      '2 images match nameContains: "ComfyUI", statuses: ["Available", "Reviewing"], and the query has to mean one:',
      "  id                           name                   status     sizeMb  publishedAt  to get this one",
      '  compshareImage-1fffffffffff  ComfyUI基础镜像0.11.0  Reviewing          2026-07-14   version: "0.11.0"',
      '  compshareImage-1eeeeeeeeeee  ComfyUI基础镜像0.10.0  Available  61440   2026-05-26   version: "0.10.0"',
      "Add what the last column says, or `mostRecent: true` to take the newest, or `orderBy` to take the first in an order of your own.",
    ].join("\n"),
  );
});

test("the last line says for each argument of the last column what it takes the place of", () => {
  const pinned = {
    ...free,
    byId: (id: string) => ({ name: undefined, nameContains: undefined, imageId: id }),
  };
  const images = [
    makeImage({ id: "a", name: "torch 1" }),
    makeImage({ id: "b", name: "torch 2" }),
    makeImage({ id: "c", name: "torch 2" }),
  ];
  const search = { ...pinned, images, filters: wanted({ nameContains: "torch" }), scope };
  expect(
    textOf(thrownBy(() => selectImage(search)))
      .split("\n")
      .slice(2),
  ).toEqual([
    '  a   torch 1  name: "torch 1"',
    "  b   torch 2  its `imageId`",
    "  c   torch 2  its `imageId`",
    "Add what the last column says (`name` takes the place of `nameContains`, `imageId` takes the place of the query), or `mostRecent: true` to take the newest, or `orderBy` to take the first in an order of your own.",
  ]);
});

test("columns stand below each other in a terminal", () => {
  const lines = explain({}).split("\n").slice(1, -1);
  const id = lines.map((line) => displayWidth(line.slice(0, line.search(/UCloud|优云智算|author/))));
  expect(lines).toHaveLength(8);
  expect(new Set(id).size).toBe(1);
});

/** The last cell of each row. */
function advice(filters: Partial<Filters>, images: readonly Image[]): (string | undefined)[] {
  const rows = explain(filters, images).split("\n").slice(2, -1);
  return rows.map((row) => row.split(/ {2,}/).at(-1));
}

test("the shortest argument wins, and one that is given already is not given twice", () => {
  const images = [
    makeImage({ id: "a", name: "a rather long name", author: "x", tags: ["one"] }),
    makeImage({ id: "b", name: "b", author: "a rather long author", tags: ["one", "two"] }),
  ];
  expect(advice({}, images)).toEqual(['author: "x"', 'name: "b"']);
  expect(advice({ nameContains: "b" }, [...images, makeImage({ id: "c", name: "bb", tags: ["t"] })])).toEqual(
    ['name: "b"', 'name: "bb"'],
  );
  expect(advice({ tags: ["one"] }, images)).toEqual(['author: "x"', 'name: "b"']);
});

test("of more than eight matches eight are shown", () => {
  const images = Array.from({ length: 20 }, (_, index) =>
    makeImage({ id: `i${String(index).padStart(2, "0")}`, name: "torch" }),
  );
  const lines = explain({ name: "torch" }, images).split("\n");
  expect(lines.slice(0, 3)).toEqual([
    '20 images match name: "torch", statuses: ["Available"], and the query has to mean one:',
    "  id   to get this one",
    "  i00  its `id`",
  ]);
  expect(lines.at(-2)).toBe("  … and 12 more");
  expect(lines).toHaveLength(12);
});

test("an argument that only looks unique among the eight shown is not offered", () => {
  const images = Array.from({ length: 9 }, (_, index) =>
    makeImage({ id: `i${index}`, name: "torch", author: index === 0 || index === 8 ? "rare" : "usual" }),
  );
  expect(explain({ name: "torch" }, images).split("\n")[2]).toBe("  i0  rare    its `id`");
});

test("long and hostile cells stay on their line", () => {
  const images = [
    makeImage({ id: "a", name: "\u001b[31mred\n".padEnd(200, "x") }),
    makeImage({ id: "b", name: "b" }),
  ];
  const lines = explain({}, images).split("\n");
  expect(lines).toHaveLength(5);
  expect(lines[2]).toContain("\\u{1b}[31mred\\u{a}xxxx");
  expect(lines[2]).toContain("…");
});

test("what the query says of where to look is repeated", () => {
  const named = resolveScope({ source: "any", region: "cn-sh2" }, { zone: "cn-sh2-02" });
  const question = { ...free, images: shelf, filters: wanted({ name: "SGLang" }), scope: named };
  expect(textOf(thrownBy(() => selectImage(question)))).toContain(
    '2 images match name: "SGLang", statuses: ["Available"], source: "any", region: "cn-sh2", and the query has to mean one:',
  );
});
