import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { type Image, image } from "../../../provider/contract/image.ts";
import { catalogueText, writtenMembers } from "../../../provider/listings/catalogue-file.ts";
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

/** What an image of the file does not say by itself. */
const leftOut = [
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
] as const;

/** An image of which all is known that the file keeps; none of it is what a reader fills in. */
const kept: Required<Omit<Image, (typeof leftOut)[number]>> = {
  id: "compshareImage-whole",
  name: "vLLM v0.12.0",
  imageType: "App",
  status: "Available",
  author: "UCloud",
  description: "预装 vLLM",
  tags: ["推理框架", "Qwen"],
  official: true,
  certified: true,
  authInfo: 1,
  imageOwnerAlias: "Official",
  container: false,
  sizeMb: 51_200,
  price: 1.5,
  imageCharge: true,
  visibility: 1,
  framework: "vLLM",
  frameworkVersion: "0.12.0",
  cudaVersion: "12.9",
  pythonVersion: "3.12",
  osVersion: "Ubuntu 22.04",
  applications: ["vLLM"],
  frameworkVersionIndex: 0,
  softwarePorts: [{ software: "vLLM", port: 8000 }],
  gpuTypes: ["4090"],
  sourceGpuType: "4090",
  supportedZones: ["cn-wlcb-01"],
  zone: "cn-wlcb-01",
  groupId: "qYl0zvqlo03V",
  groupName: "vLLM",
  versionName: "v0.12.0",
  versionDescription: "a faster one",
  autoStart: false,
  createdAt: "2026-01-05T00:00:00Z",
  publishedAt: "2026-01-06T07:59:22Z",
  updatedAt: "2026-01-07T00:00:00Z",
};

const everything: Required<Image> = {
  ...kept,
  source: "platform",
  ownerAccountName: "maker",
  ownerAccountId: "50001",
  readme: "# vLLM",
  cover: "https://example.com/cover.png",
  qrCodeUrl: "https://example.com/code.png",
  failedReason: "none",
  createdCount: 7,
  favoritesCount: 8,
  imageUseTime: 9.5,
};

test("what is written is read again, but for what the file leaves out", () => {
  const { file } = { file: undefined, ...readCatalogueFile(fileOf(platform, { takenAt: "2026-11-27" })) };
  expect(file?.takenAt).toBe("2026-11-27");
  const [listing] = file?.listings ?? [];
  const left = new Set<string>(leftOut.filter((name) => name !== "source"));
  const expected = platform
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map((one) => Object.fromEntries(Object.entries(one).filter(([name]) => !left.has(name))));
  expect(plain(listing?.images)).toEqual(plain(expected));
});

test("every member that the file keeps is read again, and of a shared image its owner too", () => {
  const text = fileOf([], {
    listings: [
      { source: "platform", region: "cn-wlcb", images: [everything] },
      { source: "shared", region: "cn-wlcb", images: [{ ...everything, source: "shared" }] },
    ],
  });
  const { file } = { file: undefined, ...readCatalogueFile(text) };
  expect(file?.listings).toEqual([
    { source: "platform", region: "cn-wlcb", images: [{ ...kept, source: "platform" }] },
    {
      source: "shared",
      region: "cn-wlcb",
      images: [{ ...kept, source: "shared", ownerAccountId: "50001" }],
    },
  ]);
  expect(Object.keys(kept)).toEqual(writtenMembers("platform"));
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
  const left = Object.keys(image.shape).filter(
    (name) => !writtenMembers("platform").some((one) => one === name),
  );
  expect(left).toEqual(leftOut);
  expect(writtenMembers("shared")).toContain("ownerAccountId");
});

const whole = fileOf([fileImage("vLLM v0.9", 9)], { takenAt: "2026-11-27" });
const [listing = "", row = ""] = whole.match(/^\{"(?:source|id)":.*$/gm) ?? [];

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
    whole.replace("2026-01-09T", "1969-01-09T"),
    { problem: "member", path: "listings[0].images[0].publishedAt" },
  ],
  [
    whole.replace("2026-01-09T", "2026-02-30X"),
    { problem: "member", path: "listings[0].images[0].publishedAt" },
  ],
  [whole.replace(row, `${row},\n${row}`), { problem: "twice", path: "listings[0].images[1]" }],
  [
    whole.replace(`${listing}\n${row}\n]}`, (text) => `${text},\n${text}`),
    { problem: "twice", path: "listings[1]" },
  ],
  [whole.slice(0, -3), { problem: "notJson", line: 7, column: 1 }],
  [whole.replace('"tags":[\n', '"tags":[;\n'), { problem: "notJson", line: 5, column: 11 }],
])("%# a text that is no catalogue file is said where", (text, flaw) => {
  expect(readCatalogueFile(text)).toEqual({ flaw });
});

test("a byte order mark in front is none", () => {
  expect(readCatalogueFile(`\ufeff${whole}`)).toMatchObject({ file: { takenAt: "2026-11-27" } });
});

test("any text is read as a catalogue file or as one with a flaw", () => {
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(40), fc.string(), (at, cut, put) => {
      const text = whole.slice(0, at) + put + whole.slice(at + cut);
      const read = readCatalogueFile(text);
      expect(Object.keys(read)).toEqual([expect.stringMatching(/^(file|flaw)$/)]);
    }),
  );
});
