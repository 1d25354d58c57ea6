import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { image } from "../../../provider/contract/image.ts";
import { catalogueText, membersOf } from "../../../provider/listings/catalogue-file.ts";
import { readCatalogueFile } from "../../../provider/listings/read-catalogue-file.ts";
import { decodeImage } from "../../../provider/ucloud/decode-row.ts";
import { defaultCatalogue } from "../../../simulator/catalogue/catalogue.ts";
import { fileImage, fileOf } from "../../support/listings/catalogue-files.ts";

const platform = defaultCatalogue.map((row) =>
  decodeImage({ ...row }, { action: "DescribeCompShareImages", path: "ImageSet[0]", source: "platform" }),
);

/** Without what is not there: an absent member and one that is undefined are the same. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

test("what is written is read again, but for what the file leaves out", () => {
  const { file } = { file: undefined, ...readCatalogueFile(fileOf(platform, { takenAt: "2026-11-27" })) };
  expect(file?.takenAt).toBe("2026-11-27");
  const [listing] = file?.listings ?? [];
  const kept = new Set<string>([...membersOf("platform"), "source"]);
  const expected = platform
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map((one) => Object.fromEntries(Object.entries(one).filter(([name]) => kept.has(name))));
  expect(plain(listing?.images)).toEqual(plain(expected));
});

test("the text does not depend on the order in which images and listings came", () => {
  const other = [fileImage("b", 2, { source: "community" }), fileImage("a", 1, { source: "community" })];
  const listings = [
    { source: "platform", region: "cn-wlcb", images: platform },
    { source: "platform", region: "cn-sh2", images: platform },
    { source: "community", region: "cn-wlcb", images: other },
  ] as const;
  const text = catalogueText({ takenAt: "2026-11-27", listings, tags: [] });
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...listings], { minLength: 3, maxLength: 3 }),
      fc.shuffledSubarray([...platform], { minLength: platform.length, maxLength: platform.length }),
      (shuffled, images) => {
        const mixed = shuffled.map((one) => (one.source === "platform" ? { ...one, images } : one));
        expect(catalogueText({ takenAt: "2026-11-27", listings: mixed, tags: [] })).toBe(text);
      },
    ),
  );
});

test("72 images are about 35 kB, each of them on a line of its own", () => {
  const text = fileOf(platform);
  expect(text.length).toBeLessThan(45_000);
  expect(text.split("\n").filter((line) => line.startsWith('{"id":'))).toHaveLength(72);
});

test("members that say who somebody is or that change from call to call are not in the file", () => {
  const left = Object.keys(image.shape).filter((name) => !membersOf("platform").some((one) => one === name));
  expect(left).toEqual([
    "source",
    "ownerAccountName",
    "ownerAccountId",
    "readme",
    "cover",
    "qrCodeUrl",
    "failedReason",
    "createdCount",
    "favoritesCount",
    "imageUseTime",
  ]);
  expect(membersOf("shared")).toContain("ownerAccountId");
});

const whole = fileOf([fileImage("vLLM v0.9", 9)], { takenAt: "2026-11-27" });

test.each([
  ["[]", { problem: "member", path: "schema" }],
  ['{"schema":1}', { problem: "member", path: "schema" }],
  ['{"schema":"compshare-catalog/10"}', { problem: "schema", schema: "compshare-catalog/10" }],
  ['{"schema":"compshare-catalog/1"}', { problem: "member", path: "takenAt" }],
  [whole.replace("2026-11-27", "2026-11-31"), { problem: "member", path: "takenAt" }],
  [whole.replace("2026-11-27", "yesterday"), { problem: "member", path: "takenAt" }],
  [whole.replace('"platform"', '"shop"'), { problem: "member", path: "listings[0].source" }],
  [whole.replace('"region":"cn-wlcb"', '"region":7'), { problem: "member", path: "listings[0].region" }],
  [whole.replace('{"id"', '7,{"id"'), { problem: "member", path: "listings[0].images[0]" }],
  [whole.replace('{"id"', '{"ID"'), { problem: "member", path: "listings[0].images[0].id" }],
  [
    whole.replace('"imageType":"App"', '"price":"free"'),
    { problem: "member", path: "listings[0].images[0].price" },
  ],
  [
    whole.replace("2026-01-09T", "2026-13-09T"),
    { problem: "member", path: "listings[0].images[0].publishedAt" },
  ],
  [
    whole.replace("2026-01-09T", "2026-02-30X"),
    { problem: "member", path: "listings[0].images[0].publishedAt" },
  ],
  [whole.slice(0, -3), { problem: "notJson", line: 5, column: 15 }],
])("%# a text that is no catalogue file is said where", (text, flaw) => {
  const read = readCatalogueFile(text);
  if (flaw.problem === "notJson") expect(read).toMatchObject({ flaw: { problem: "notJson" } });
  else expect(read).toEqual({ flaw });
});

test("a byte order mark in front is none", () => {
  expect(readCatalogueFile(`\ufeff${whole}`)).toMatchObject({ file: { takenAt: "2026-11-27" } });
});

test("no text makes the reader fail in another way", () => {
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(40), fc.string(), (at, cut, put) => {
      const text = whole.slice(0, at) + put + whole.slice(at + cut);
      const read = readCatalogueFile(text);
      expect(Object.keys(read)).toEqual([expect.stringMatching(/^(file|flaw)$/)]);
    }),
  );
});
