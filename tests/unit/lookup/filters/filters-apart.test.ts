import { expect, test } from "@jest/globals";
import type { FilterName, Miss } from "../../../../provider/lookup/filters/filter.ts";
import { registry } from "../../../../provider/lookup/filters/registry.ts";
import { makeImage } from "../../../support/listings/make-image.ts";

const image = makeImage({
  id: "compshareImage-1aaaaaaaaaaa",
  name: "torch",
  status: "Available",
  imageType: "App",
  container: true,
  tags: ["qwen"],
  price: 1.5,
  sizeMb: 100,
  createdAt: "2026-01-01T00:00:00Z",
  publishedAt: "2026-01-02T00:00:00Z",
});

/** What a filter says of a query that nothing matches because of it, where the image is all that there is. */
const missOf = (argument: FilterName): Miss => ({
  argument,
  wanted: "other",
  candidates: [image],
  images: [image],
  works: () => true,
  byId: (id) => ({ id }),
  keptOutBy: () => [],
});

test.each<FilterName>([
  "id",
  "nameContains",
  "nameGlob",
  "nameRegex",
  "tagsAny",
  "tagsNone",
  "maxPrice",
  "maxSizeMb",
  "createdAfter",
  "createdBefore",
  "publishedAfter",
  "publishedBefore",
  "statuses",
  "freeOnly",
  "officialOnly",
  "certifiedOnly",
])("no value of %s tells an image from others", (argument) => {
  expect(registry[argument].distinguishing(image)).toEqual([]);
});

test.each<FilterName>([
  "nameGlob",
  "nameRegex",
  "tagsNone",
  "maxPrice",
  "maxSizeMb",
  "createdAfter",
  "createdBefore",
  "publishedAfter",
  "publishedBefore",
  "freeOnly",
  "officialOnly",
  "certifiedOnly",
])("no value is advised in place of that of %s", (argument) => {
  expect(registry[argument].advise(missOf(argument))).toEqual([]);
});

test("whether it is a container tells an image from others, and its own name and tags do", () => {
  expect(registry.container.distinguishing(image)).toEqual([true]);
  expect(registry.name.distinguishing(image)).toEqual(["torch"]);
  expect(registry.tags.distinguishing(image)).toEqual([["qwen"]]);
});

test.each<[FilterName, object, readonly string[]]>([
  ["id", {}, []],
  ["officialOnly", { official: true }, []],
  ["officialOnly", { official: false }, ["authInfo", "imageOwnerAlias"]],
  ["certifiedOnly", { official: false, certified: true }, []],
  ["certifiedOnly", { official: false, certified: false }, ["authInfo", "imageOwnerAlias"]],
  ["freeOnly", { price: 0 }, []],
  ["freeOnly", { price: undefined }, ["price", "imageCharge"]],
])("%s reads of an image with %j %j", (argument, members, read) => {
  expect(registry[argument].reads({ ...image, ...members })).toEqual(read);
});
