import { expect, test } from "@jest/globals";
import type { Image } from "../../../provider/contract/image.ts";
import type { Filters } from "../../../provider/contract/query.ts";
import type { Advice } from "../../../provider/errors/no-match.ts";
import { near } from "../../../provider/lookup/filters/advise-values.ts";
import type { Question } from "../../../provider/lookup/search.ts";
import { advised, explain, four, rows } from "../../support/lookup/no-match.ts";

test.each<[string, Partial<Filters>, readonly Image[], readonly Advice[]]>([
  [
    "a close value takes the place of the wanted one",
    { author: "ucloud" },
    rows(...four({ author: "UCloud" })),
    [{ kind: "closest", argument: "author", values: ["UCloud"], changes: [{ author: "UCloud" }] }],
  ],
  [
    "a known value takes the place of the wanted one",
    { author: "nobody" },
    rows(...four({ author: "UCloud" })),
    [{ kind: "known", argument: "author", values: ["UCloud"], more: false, changes: [{ author: "UCloud" }] }],
  ],
  [
    "a close name takes the place of the wanted one",
    { name: "sglang" },
    rows({ name: "SGLang" }),
    [{ kind: "closest", argument: "name", values: ["SGLang"], changes: [{ name: "SGLang" }] }],
  ],
  [
    "a whole name takes the place of a part of one",
    { nameContains: "sglang" },
    rows({ name: "SGLang" }),
    [
      {
        kind: "closest",
        argument: "name",
        values: ["SGLang"],
        changes: [{ nameContains: undefined, name: "SGLang" }],
      },
    ],
  ],
  [
    "a close tag takes the place of the misspelt one alone",
    { tags: ["深度学习", "pytroch"] },
    rows(...four({ tags: ["深度学习", "pytorch"] })),
    [
      {
        kind: "noTag",
        argument: "tags",
        tag: "pytroch",
        closest: ["pytorch"],
        changes: [{ tags: ["深度学习", "pytorch"] }],
        offered: undefined,
      },
    ],
  ],
])("%s", (_, filters, images, facts) => {
  expect(explain(filters, images).advice).toStrictEqual(facts);
});

test("nothing is advised that the query may not ask for", () => {
  const images = rows(...four({ author: "UCloud" }), { author: "UClouds" });
  const not =
    (...refused: readonly unknown[]): Question["allows"] =>
    ({ author }) =>
      !refused.includes(author);
  expect(advised({ author: "UCloudy" }, images)).toEqual([
    'The closest values of `author` are "UCloud", "UClouds".',
  ]);
  expect(advised({ author: "UCloudy" }, images, not("UCloud"))).toEqual([
    'The closest `author` is "UClouds".',
  ]);
  expect(advised({ author: "nobody" }, images, not("UCloud"))).toEqual([
    'Values of `author` that match: "UClouds".',
  ]);
  expect(advised({ author: "UCloudy" }, images, not("UCloud", "UClouds"))).toEqual([]);
});

test("a value of more than 500 characters is close to none", () => {
  const known = ["a".repeat(499)];
  expect(near("a".repeat(500), known)).toEqual(known);
  expect(near("a".repeat(501), known)).toEqual([]);
});
