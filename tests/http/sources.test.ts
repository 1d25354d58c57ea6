import { expect, test } from "@jest/globals";
import type { Image } from "../../provider/contract/image.ts";
import type { Quirks } from "../../simulator/quirks/quirks.ts";
import type { Simulator } from "../../simulator/simulator.ts";
import { runFunction } from "../support/functions/run-function.ts";
import { openCatalogue, quietContext, scope } from "../support/listings/open-catalogue.ts";
import { byId, listed, useSimulators } from "../support/listings/simulated.ts";
import { rejectionOf, textOf } from "../support/thrown.ts";

const never = new AbortController().signal;
const start = useSimulators();

function run(
  simulator: Simulator,
  name: "getCompShareImage" | "getCompShareImages",
  inputs: Readonly<Record<string, unknown>>,
) {
  const context = { ...quietContext, catalogue: openCatalogue(simulator), scope: {} };
  return runFunction(name, inputs, () => context, never);
}

test.each([
  ["platform", 72],
  ["custom", 3],
  ["shared", 2],
  ["published", 2],
  ["community", 42],
  // The account's two publications stand among everybody's as well.
  ["any", 119],
] as const)("the catalogue %s is read completely: %d images", async (source, count) => {
  const images = await listed(await start(), source);
  expect(images).toHaveLength(count);
  expect(new Set(images.map(({ id }) => id)).size).toBe(count);
  if (source !== "any") expect(new Set(images.map((image) => image.source))).toEqual(new Set([source]));
});

test("any takes an image from the first catalogue in which it stands", async () => {
  const images = await listed(await start(), "any");
  const counts = new Map(
    [...Map.groupBy(images, ({ source }) => source)].map(([key, all]) => [key, all.length]),
  );
  expect(Object.fromEntries(counts)).toEqual({
    platform: 72,
    custom: 3,
    shared: 2,
    published: 2,
    community: 40,
  });
});

test.each(["grouped", "ImageSetGroup", "flat"] as const)(
  "community images that are answered %s are the same",
  async (communityShape) => {
    const simulator = await start({ quirks: { communityShape } });
    const images = await listed(simulator, "community");
    expect(await listed(simulator, "published")).toHaveLength(2);
    expect(await listed(simulator, "any")).toHaveLength(119);
    // Where there are no groups, they have no names.
    const own = (listing: readonly Image[]) =>
      byId(listing.map((image) => Object.assign({}, image, { groupName: "" })));
    expect(own(images)).toEqual(own(await listed(await start(), "community")));
    expect(images.some(({ groupName }) => groupName !== undefined)).toBe(communityShape !== "flat");
    expect(images.filter(({ groupId }) => groupId === "9WFDPteiVhX5")).toMatchObject([
      {
        id: "compshareImage-1co00000ltx2",
        name: "LTX-2.3视频生成合集",
        versionName: "v26.0529",
        author: "与AI同行",
      },
      {
        id: "compshareImage-1co00000ltx1",
        name: "LTX-2.3视频生成合集",
        versionName: "v26.0401",
        author: "与AI同行",
      },
    ]);
  },
);

test("every version of a group has the name of its group", async () => {
  const simulator = await start();
  simulator.patchImage("compshareImage-1co0000idx10", { Description: undefined });
  const images = await listed(simulator, "community");
  expect(images.filter(({ name }) => name === "")).toEqual([]);
  expect(
    images
      .filter(({ groupId }) => groupId === "Index00TTS01")
      .map(({ name, description, versionName }) => [name, description, versionName]),
  ).toEqual([
    ["IndexTTS2 一键配音", undefined, "v2.10"],
    ["IndexTTS2 一键配音", "IndexTTS2 一键配音", "v2.9"],
    ["IndexTTS2 一键配音", "IndexTTS2 一键配音", "v2.2"],
    ["IndexTTS2 一键配音", "IndexTTS2 一键配音", "v2.11-beta"],
  ]);
});

test.each<Partial<Quirks>>([
  { clampLimit: 3 },
  { clampLimit: 1 },
  { order: "shuffled" },
  { pageMode: "limit-ignored" },
  { totalCount: "missing" },
  { totalCount: "zero", clampLimit: 7 },
  { countsAsText: true },
  { idAlias: true, extraMembers: true, nullImageSet: true },
  { communityShape: "flat", clampLimit: 7 },
  { communityShape: "ImageSetGroup", clampLimit: 7 },
])("groups are read to the end from a server with %j", async (quirks) => {
  expect(await listed(await start({ quirks }), "community")).toHaveLength(42);
});

test("a server that repeats its groups is an error and not a part", async () => {
  const simulator = await start({ quirks: { pageMode: "offset-ignored", clampLimit: 7 } });
  expect(textOf(await rejectionOf(listed(simulator, "community")))).toContain(
    "only 7 of 25 images could be read",
  );
});

test("an image that stands in several catalogues is the platform's first, then the account's own", async () => {
  const simulator = await start();
  const row = { Name: "twice", ImageType: "App", Status: "Available" };
  simulator.putImage({ ...row, CompShareImageId: "compshareImage-twice0000000" }, "community");
  simulator.putImage({ ...row, CompShareImageId: "compshareImage-twice0000000" }, "custom");
  simulator.putImage({ ...row, CompShareImageId: "compshareImage-twice0000001" }, "shared");
  simulator.putImage({ ...row, CompShareImageId: "compshareImage-twice0000001" }, "platform");
  const images = await listed(simulator, "any");
  expect(
    images
      .filter(({ name }) => name === "twice")
      .map(({ id, source }) => `${id.slice(-1)} ${source}`)
      .sort(),
  ).toEqual(["0 custom", "1 platform"]);
});

test.each([
  ["compshareImage-1minbz219ceq", "platform"],
  ["compshareImage-1uw6sd44931i", "custom"],
  ["compshareImage-1sh0000team2", "shared"],
  ["compshareImage-1pu00000ver1", "published"],
  ["compshareImage-18tpjhhxoq3j", "community"],
])("the ID %s is found in the catalogue %s without being told where", async (id, source) => {
  expect(await run(await start(), "getCompShareImage", { id })).toMatchObject({ id, source, found: true });
});

test.each(["grouped", "ImageSetGroup", "flat"] as const)(
  "an older version is found by its ID in answers that are %s, with the name of its group and its readme",
  async (communityShape) => {
    const simulator = await start({ quirks: { communityShape } });
    const id = "compshareImage-1co00000ltx1";
    const image = await openCatalogue(simulator).imageById({ ...scope, source: "community" }, id, never);
    expect(image).toMatchObject({
      id,
      source: "community",
      name: "LTX-2.3视频生成合集",
      versionName: "v26.0401",
      groupId: "9WFDPteiVhX5",
      readme: expect.any(String),
    });
    expect(simulator.requests).toHaveLength(1);
  },
);

test("an image that stands in two catalogues is found by its ID in the first of them", async () => {
  const simulator = await start();
  const id = "compshareImage-1pu00000ver1";
  expect(await run(simulator, "getCompShareImage", { id })).toMatchObject({ source: "published" });
  expect(await run(simulator, "getCompShareImage", { id, source: "community" })).toMatchObject({
    source: "community",
  });
});

test("an ID of the platform costs one request, one of a later catalogue six", async () => {
  const simulator = await start();
  await run(simulator, "getCompShareImage", { id: "compshareImage-1minbz219ceq" });
  expect(simulator.requests).toHaveLength(1);
  simulator.resetRequests();
  await run(simulator, "getCompShareImage", { id: "compshareImage-1co00000ltx1" });
  expect(simulator.requests.map(({ action }) => action).sort()).toEqual([
    "DescribeCommunityImages",
    "DescribeCompShareCustomImages",
    "DescribeCompShareImages",
    "DescribeCompShareSharingImages",
    // It cannot be asked for one ID, so it is read to its end.
    "DescribeSelfCommunityImages",
    "DescribeSelfCommunityImages",
  ]);
});

test("an ID that is nowhere says where it was looked for", async () => {
  expect(
    textOf(await rejectionOf(run(await start(), "getCompShareImage", { id: "compshareImage-1minbz219zzz" }))),
  ).toContain("The ID was looked up in every catalogue that these keys can see.");
});

const everyAction = [
  "DescribeCompShareImages",
  "DescribeCompShareCustomImages",
  "DescribeCompShareSharingImages",
  "DescribeSelfCommunityImages",
  "DescribeCommunityImages",
];

test.each(everyAction)("a refusal of %s fails the whole of any", async (Action) => {
  const simulator = await start();
  simulator.failNext({ retCode: 299 }, 1, { Action });
  expect(textOf(await rejectionOf(run(simulator, "getCompShareImages", { source: "any" })))).toContain(
    `${Action} was refused with RetCode 299`,
  );
});

test.each(everyAction.slice(1))("the wrong shape from %s fails the whole of any", async (Action) => {
  const simulator = await start();
  simulator.failNext("wrong-shape", 1, { Action });
  expect(textOf(await rejectionOf(run(simulator, "getCompShareImages", { source: "any" })))).toContain(
    Action,
  );
});

test("the community's image with the name of an official one is not taken for it", async () => {
  const simulator = await start();
  expect(await run(simulator, "getCompShareImage", { name: "ComfyUI" })).toMatchObject({
    source: "platform",
    official: true,
  });
  expect(
    textOf(await rejectionOf(run(simulator, "getCompShareImage", { name: "ComfyUI", source: "any" }))),
  ).toContain("2 images match name:");
  const trusted = await run(simulator, "getCompShareImage", {
    name: "ComfyUI",
    source: "any",
    officialOnly: true,
    mostRecent: true,
  });
  expect(trusted).toMatchObject({ source: "platform" });
  const theirs = await run(simulator, "getCompShareImage", { name: "ComfyUI", source: "community" });
  expect(theirs).toMatchObject({
    selection: { warnings: ['the image is published by "not-compshare", not by CompShare'] },
  });
});

test("a name that only another catalogue has is answered with that catalogue", async () => {
  const simulator = await start();
  expect(textOf(await rejectionOf(run(simulator, "getCompShareImage", { name: "LiveTalking" })))).toContain(
    '`source` community has "LiveTalking" compshareImage-14pa8x8ucwr9, "LiveTalking" compshareImage-18tpjhhxoq3j.',
  );
  simulator.failNext({ retCode: 299 }, 1, { Action: "DescribeCompShareCustomImages" });
  expect(textOf(await rejectionOf(run(simulator, "getCompShareImage", { name: "团队基础镜像" })))).toContain(
    '`source` shared has "团队基础镜像" compshareImage-1sh0000team1.',
  );
});
