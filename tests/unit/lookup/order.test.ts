import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { Image } from "../../../provider/contract/image.ts";
import type { OrderKey } from "../../../provider/contract/query.ts";
import {
  compareBy,
  isSurelyBefore,
  ordered,
  orderMembers,
  wholeOrder,
} from "../../../provider/lookup/order.ts";
import { noteOddMembers } from "../../../provider/ucloud/odd-members.ts";
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

test.each<[Exclude<OrderKey, `-${string}`>, Partial<Image>]>([
  ["published", { publishedAt: "2026-01-01T00:00:00Z" }],
  ["created", { createdAt: "2026-01-01T00:00:00Z" }],
  ["version", { versionName: "v1.2" }],
  ["frameworkVersion", { frameworkVersion: "2.9.1" }],
  ["cudaVersion", { cudaVersion: "12.8" }],
  ["size", { sizeMb: 1 }],
  ["price", { price: 0 }],
])("by %s, either way, an image without the value comes after one with %j", (key, members) => {
  const has = makeImage({ id: "has", name: "torch", ...members });
  const lacks = makeImage({ id: "lacks", name: "torch" });
  for (const keys of [[key], [`-${key}`]] as const) {
    expect([compareBy(keys, has, lacks), compareBy(keys, lacks, has)]).toEqual([-1, 1]);
  }
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

test.each<[string, string, number, string]>([
  ["in order already", "abcdefghijklmnopqrstuvwxyz", 3, "abc"],
  ["in the opposite order", "zyxwvutsrqponmlkjihgfedcba", 3, "abc"],
  ["with the first ones last", "defghijklmnopqrstuvwxyzcab", 3, "abc"],
  ["with the first ones in front, in another order", "cabdefghijklmnopqrstuvwxyz", 3, "abc"],
  ["with the second between others", "acdefghijklmnobpqrstuvwxyz", 3, "abc"],
  ["of which one is asked for", "mnopqrstuvwxyzabcdefghijkl", 1, "a"],
  ["of which none is asked for", "abcdefghijklmnopqrstuvwxyz", 0, ""],
])("of many images %s the first are found", (_, letters, most, expected) => {
  const many = letters.split("").map((letter) => makeImage({ id: letter }));
  const found = ordered(many, ["id"], most);
  expect(found.map(({ id }) => id).join("")).toBe(expected);
});

test("the first images, however many are asked for, begin the whole order", () => {
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

test.each<[readonly OrderKey[], readonly OrderKey[]]>([
  [[], ["-published", "-created", "name", "id"]],
  [["size"], ["size", "-published", "-created", "name", "id"]],
  [["-name"], ["-name", "-published", "-created", "id"]],
  [
    ["id", "-id"],
    ["id", "-published", "-created", "name"],
  ],
])("what %j leaves equal goes on by the default order, each value once: %j", (keys, whole) => {
  expect(wholeOrder(keys)).toEqual(whole);
});

test("what an order reads of an image are the members that its keys stand for", () => {
  const image = makeImage({ id: "a" });
  expect(orderMembers(["name", "-size", "created", "id"], image)).toEqual([
    "name",
    "sizeMb",
    "createdAt",
    "id",
  ]);
  expect(orderMembers(["published"], image)).toEqual(["publishedAt", "createdAt"]);
  expect(orderMembers(["published"], { ...image, publishedAt: "2026-01-01T00:00:00Z" })).toEqual([]);
});

const small = makeImage({ id: "a", name: "same", sizeMb: 1 });
const large = makeImage({ id: "b", name: "same", sizeMb: 2 });
const unread = noteOddMembers(makeImage({ id: "c", name: "same" }), ["sizeMb"]);

test.each<[string, readonly OrderKey[], Image, Image, boolean]>([
  ["what is smaller comes first", ["size"], small, large, true],
  ["what is larger does not", ["size"], large, small, false],
  ["the second key decides where the first does not", ["name", "size"], small, large, true],
  ["nothing decides", ["name"], small, large, false],
  ["an unreadable value may be smaller", ["size"], small, unread, false],
  ["an unreadable value may be larger", ["size"], unread, small, false],
  ["an unreadable value is no matter once a key before it has decided", ["id", "size"], small, unread, true],
])("%s: by %j one image surely comes before another", (_, keys, one, other, expected) => {
  expect(isSurelyBefore(keys, one, other)).toBe(expected);
});
