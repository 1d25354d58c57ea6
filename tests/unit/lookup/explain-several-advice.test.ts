import { expect, test } from "@jest/globals";
import type { Image } from "../../../provider/contract/image.ts";
import type { Filters } from "../../../provider/contract/query.ts";
import type { Change } from "../../../provider/errors/query-facts.ts";
import type { FirstPick } from "../../../provider/errors/several-matches.ts";
import { explainSeveral } from "../../../provider/lookup/explain-several.ts";
import { noteOddMembers } from "../../../provider/ucloud/odd-members.ts";
import { makeImage } from "../../support/listings/make-image.ts";
import { free, scope, wanted } from "../../support/lookup/shelf.ts";

const long = "a name that is longer than anything else";

/** What to change for the first of the images, all of which the filters pass. */
function changeFor(filters: Partial<Filters>, images: readonly Image[]): Change | undefined {
  const search = { ...free, images, filters: wanted(filters), scope };
  return explainSeveral(search, images).candidates[0]?.change;
}

test.each<[string, Partial<Filters>, Image, Image, Change]>([
  [
    "a value of its own is added",
    {},
    makeImage({ id: "a", author: "x", name: long }),
    makeImage({ id: "b", author: "y" }),
    { author: "x" },
  ],
  [
    "a whole name takes the place of the part that is given, and of nothing else",
    { nameContains: "torch" },
    makeImage({ id: "a", name: "torch 1" }),
    makeImage({ id: "b", name: "torch 2" }),
    { nameContains: undefined, name: "torch 1" },
  ],
  [
    "an argument that is given stays as it is, whatever else it could say",
    { tags: ["qwen"] },
    makeImage({ id: "a", name: long, tags: ["qwen", "x"] }),
    makeImage({ id: "b", tags: ["qwen"] }),
    { name: long },
  ],
  [
    "an empty text is nothing to ask for",
    {},
    makeImage({ id: "a", name: "torch", author: "" }),
    makeImage({ id: "b", name: "torch", author: "y" }),
    { id: "a" },
  ],
  [
    "what both have tells neither",
    {},
    makeImage({ id: "a", name: "torch", author: "x", tags: ["qwen"] }),
    makeImage({ id: "b", name: "torch", author: "x", tags: ["qwen"] }),
    { id: "a" },
  ],
])("%s", (_, filters, one, other, change) => {
  expect(changeFor(filters, [one, other])).toStrictEqual(change);
});

const unread = noteOddMembers(makeImage({ id: "a", name: "torch", frameworkVersion: "2.9" }), [
  "versionName",
]);

test.each<[string, Partial<Image>]>([
  ["finds only another image", { versionName: "2.9" }],
  ["finds no image", {}],
])("a version that %s, since the version name could not be read, is not advised", (_, members) => {
  const other = makeImage({ id: "b", name: "torch", ...members });
  expect(changeFor({}, [unread, other])).toStrictEqual({ frameworkVersion: "2.9" });
});

const trusted = makeImage({ id: "a", official: true, author: "x", ownerAccountId: "7", groupId: "g" });
const unknown = makeImage({ id: "a", official: false });

test.each<[string, Image, (change: Change) => boolean, readonly FirstPick[]]>([
  [
    "everything: either is taken alone",
    trusted,
    () => true,
    [
      { argument: "mostRecent", change: { mostRecent: true } },
      { argument: "orderBy", change: { orderBy: ["-published"] } },
    ],
  ],
  [
    "`mostRecent` alone: nothing else is taken",
    trusted,
    (change) => "mostRecent" in change,
    [{ argument: "mostRecent", change: { mostRecent: true } }],
  ],
  ["neither: there is no way to take the first", trusted, () => false, []],
  [
    "official images: the first is one",
    trusted,
    (change) => "officialOnly" in change,
    [
      { argument: "mostRecent", change: { officialOnly: true, mostRecent: true } },
      { argument: "orderBy", change: { officialOnly: true, orderBy: ["-published"] } },
    ],
  ],
  ["official images: the first is none", unknown, (change) => "officialOnly" in change, []],
  [
    "one author: that of the first",
    trusted,
    (change) => "author" in change,
    [
      { argument: "mostRecent", change: { author: "x", mostRecent: true } },
      { argument: "orderBy", change: { author: "x", orderBy: ["-published"] } },
    ],
  ],
  ["one author: the first has none", unknown, (change) => "author" in change, []],
  [
    "one account: that of the first",
    trusted,
    (change) => "ownerAccountId" in change,
    [
      { argument: "mostRecent", change: { ownerAccountId: "7", mostRecent: true } },
      { argument: "orderBy", change: { ownerAccountId: "7", orderBy: ["-published"] } },
    ],
  ],
  [
    "one group: that of the first",
    trusted,
    (change) => "groupId" in change,
    [
      { argument: "mostRecent", change: { groupId: "g", mostRecent: true } },
      { argument: "orderBy", change: { groupId: "g", orderBy: ["-published"] } },
    ],
  ],
])("the query may ask for the first of %s", (_, first, allows, picks) => {
  const images = [first, makeImage({ id: "b" })];
  const search = { ...free, allows, images, filters: wanted({}), scope };
  expect(explainSeveral(search, images).picks).toStrictEqual(picks);
});
