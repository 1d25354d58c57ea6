import { expect, test } from "@jest/globals";
import type { Image } from "../../../provider/contract/image.ts";
import type { OrderKey } from "../../../provider/contract/query.ts";
import { selectImage, selectImageIfAny, selectImages } from "../../../provider/lookup/select-images.ts";
import { noteOddMembers } from "../../../provider/ucloud/odd-members.ts";
import { makeImage } from "../../support/listings/make-image.ts";
import { free, scope, wanted } from "../../support/lookup/shelf.ts";

interface How {
  readonly mostRecent?: boolean;
  readonly orderBy?: readonly OrderKey[];
  readonly changedDuringRead?: boolean;
}

const search = (images: readonly Image[], how: How) => ({
  ...free,
  images,
  filters: wanted({}),
  scope,
  ...how,
});
const first = (images: readonly Image[], how: How): readonly string[] =>
  selectImage(search(images, how)).selection.warnings;
const list = (images: readonly Image[], how: How): readonly string[] =>
  selectImages({ ...search(images, how), offset: 0 }).selection.warnings;

const [one, other] = [makeImage({ id: "a" }), makeImage({ id: "b" })];

test.each<[OrderKey, string]>([
  ["published", "no match has a value for `published` of the order"],
  ["-created", "no match has a value for `-created` of the order"],
  ["version", "no match has a value for `version` of the order"],
  ["frameworkVersion", "no match has a value for `frameworkVersion` of the order"],
  ["cudaVersion", "no match has a value for `cudaVersion` of the order"],
  ["-size", "no match has a value for `-size` of the order"],
  ["price", "no match has a value for `price` of the order"],
])("of images without the value, an order by %s says so, for one and for a list", (key, warning) => {
  expect(first([one, other], { orderBy: [key, "id"] })).toEqual([warning]);
  expect(list([one, other], { orderBy: [key, "id"] })).toEqual([warning]);
});

test("the newest of images without any date is not known to be the newest", () => {
  expect(first([one, other], { mostRecent: true })).toEqual([
    "no match has a value for `-published` of the order",
    '"b" b is equal in -published, -created; `name` decided',
  ]);
});

test.each<[string, readonly Image[], How]>([
  ["one match needs no order", [one], { orderBy: ["size"] }],
  ["one match is the newest without a date", [one], { mostRecent: true }],
  ["one value is enough", [one, makeImage({ id: "b", sizeMb: 1 })], { orderBy: ["size"] }],
  ["a free image has a price", [one, makeImage({ id: "b", price: 0 })], { orderBy: ["price"] }],
])("no value is said to be missing where %s", (_, images, how) => {
  expect(first(images, how)).toEqual([]);
  expect(list(images, how)).toEqual([]);
});

test("a list that asks for no order is not told what its order lacks", () => {
  expect(list([one, other], {})).toEqual([]);
});

test.each<[OrderKey, string, Partial<Image>]>([
  ["size", "-published", { publishedAt: "2025-01-01T00:00:00Z" }],
  ["size", "-created", { createdAt: "2025-01-01T00:00:00Z" }],
  ["size", "name", { name: "b" }],
  ["-name", "-published", { publishedAt: "2025-01-01T00:00:00Z" }],
])("after a tie under %s, %s is named where it decided", (key, decided, members) => {
  const same = {
    name: "a",
    sizeMb: 1,
    createdAt: "2025-06-01T00:00:00Z",
    publishedAt: "2026-01-01T00:00:00Z",
  };
  const { id, ...rest } = makeImage({ id: "a", ...same });
  const [warning] = first(
    [
      { id, ...rest },
      { ...rest, id: "b", ...members },
    ],
    { orderBy: [key] },
  );
  expect(warning).toContain(`is equal in ${key}; \`${decided}\` decided`);
});

test.each<[OrderKey, keyof Image]>([
  ["published", "publishedAt"],
  ["published", "createdAt"],
  ["created", "createdAt"],
  ["name", "name"],
  ["version", "versionName"],
  ["frameworkVersion", "frameworkVersion"],
  ["cudaVersion", "cudaVersion"],
  ["-size", "sizeMb"],
  ["price", "price"],
])("an order by %s names an image whose %s could not be read", (key, member) => {
  const odd = noteOddMembers(makeImage({ id: "odd" }), [member]);
  const full = makeImage({
    id: "full",
    versionName: "1",
    frameworkVersion: "1",
    cudaVersion: "1",
    sizeMb: 1,
    price: 0,
    createdAt: "2025-06-01T00:00:00Z",
  });
  expect(first([odd, full], { orderBy: [key] })).toEqual([
    `\`${member}\` could not be read of "odd" odd, so \`orderBy\` took it as unknown`,
  ]);
});

test("where one image matches, no order needs what could not be read of it", () => {
  const odd = noteOddMembers(makeImage({ id: "odd" }), ["sizeMb"]);
  expect(first([odd], { orderBy: ["size"] })).toEqual([]);
  expect(list([odd], { orderBy: ["size"] })).toEqual([]);
});

test("of many images that could not be read three are named", () => {
  const odd = (id: string): Image => noteOddMembers(makeImage({ id }), ["sizeMb"]);
  const images = [makeImage({ id: "good", sizeMb: 1 }), ...["a", "b", "c", "d", "e"].map(odd)];
  expect(list(images, { orderBy: ["size"] })).toEqual([
    '`sizeMb` could not be read of "a" a; "b" b; "c" c and 2 more, so `orderBy` took it as unknown',
  ]);
});

test("a listing that changed while it was read is said with one image, with a list and with none", () => {
  const warning = "the catalogue changed both times that it was read; an image may be missing or out of date";
  expect(first([one], { changedDuringRead: true })).toEqual([warning]);
  expect(list([one], { changedDuringRead: true })).toEqual([warning]);
  expect(selectImageIfAny(search([], { changedDuringRead: true })).selection.warnings).toEqual([warning]);
  expect(first([one], { changedDuringRead: false })).toEqual([]);
});

test("hidden matches are named in the order of their names, whatever their dates", () => {
  const hidden = ["a", "b", "c"].map((id, index) =>
    makeImage({ id, status: "Offline", publishedAt: `2026-01-0${index + 1}T00:00:00Z` }),
  );
  expect(first([one, ...hidden.toReversed()], {})).toEqual([
    'left out because of their status: "a" a (Offline); "b" b (Offline); "c" c (Offline)',
  ]);
});

test("a runner-up without a date has no member for it", () => {
  const { runnersUp } = selectImage(search([one, other], { orderBy: ["id"] })).selection;
  expect(runnersUp).toStrictEqual([{ id: "b", name: "b" }]);
});
