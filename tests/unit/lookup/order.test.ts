import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { Image } from "../../../provider/contract/image.ts";
import type { OrderKey } from "../../../provider/contract/query.ts";
import { compareBy, ordered } from "../../../provider/lookup/order.ts";
import { makeImage } from "../../support/listings/make-image.ts";

const images: readonly Image[] = [
  makeImage({ id: "c", name: "beta", publishedAt: "2026-01-01T00:00:00Z", sizeMb: 9000, price: 1.5 }),
  makeImage({ id: "a", name: "alpha", publishedAt: "2026-03-01T00:00:00Z", sizeMb: 10_000, price: 0 }),
  makeImage({ id: "d", name: "alpha", createdAt: "2020-01-01T00:00:00Z" }),
  makeImage({
    id: "b",
    name: "Beta",
    publishedAt: "2026-01-01T00:00:00Z",
    createdAt: "2025-12-31T00:00:00Z",
  }),
];

test.each<[readonly OrderKey[], string]>([
  [[], "abcd"],
  [["id"], "abcd"],
  [["-id"], "dcba"],
  // Where the publication is missing the creation stands for it; ties go on by the default order.
  [["published"], "dbca"],
  [["-published"], "abcd"],
  // Missing values come last in both directions.
  [["created"], "dbac"],
  [["-created"], "bdac"],
  // Upper case before lower case: the order of character codes, the same on every machine.
  [["name"], "badc"],
  [["-name"], "cadb"],
  // Numbers compare as numbers.
  [["size"], "cabd"],
  [["-size"], "acbd"],
  [["price"], "acbd"],
  [["-price"], "cabd"],
  // The second key decides where the first does not; the ID where none does.
  [["name", "-id"], "bdac"],
  [["published", "-name"], "dcba"],
  [["-published", "-created", "name", "id"], "abcd"],
])("%j gives %s", (keys, expected) => {
  for (const list of [images, images.toReversed()]) {
    expect(
      ordered(list, keys)
        .map(({ id }) => id)
        .join(""),
    ).toBe(expected);
  }
});

test("the list that is ordered stays as it is", () => {
  const before = [...images];
  ordered(images, ["id"]);
  expect(images).toEqual(before);
});

test("images that no key tells apart compare as equal", () => {
  const [one, other] = [makeImage({ id: "a", name: "same" }), makeImage({ id: "b", name: "same" })];
  expect(compareBy(["name", "published", "-size"], one, other)).toBe(0);
  expect(compareBy(["name", "id"], one, other)).toBe(-1);
});

test("of many images the first few are those of the whole order", () => {
  const letters = "tqzhkwcyxnbvmolpfgarsdueij".split("");
  const many = letters.map((letter) => makeImage({ id: letter, name: letter }));
  const first = (keys: readonly OrderKey[], most: number): string =>
    ordered(many, keys, most)
      .map(({ id }) => id)
      .join("");
  expect([first(["name"], 3), first(["-name"], 2), first(["name"], 0)]).toEqual(["abc", "zy", ""]);
  expect(first(["name"], 26)).toBe("abcdefghijklmnopqrstuvwxyz");
});

test("however many are asked for, they begin the whole order", () => {
  const value = fc.integer({ min: 0, max: 3 });
  const list = fc.array(fc.record({ sizeMb: value, price: fc.option(value, { nil: undefined }) }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(list, fc.nat({ max: 70 }), fc.constantFrom<OrderKey>("size", "-price"), (rows, most, key) => {
      const many = rows.map((row, index) => makeImage({ ...row, id: `image-${index}` }));
      expect(ordered(many, [key], most)).toEqual(ordered(many, [key]).slice(0, most));
    }),
  );
});
