import { afterEach, expect, test } from "@jest/globals";
import type { Image } from "../../provider/contract/image.ts";
import { runFunction } from "../../provider/functions/run-function.ts";
import type { SourceChoice } from "../../provider/images/scope.ts";
import { generateCatalogue } from "../../simulator/generate-catalogue.ts";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator/simulator.ts";
import { openCatalogue, quietContext, scope } from "../unit/images/open-catalogue.ts";

const never = new AbortController().signal;
const running: Simulator[] = [];
afterEach(() => Promise.all(running.splice(0).map((simulator) => simulator.close())));

async function start(options: SimulatorOptions = {}): Promise<Simulator> {
  const simulator = await startSimulator(options);
  running.push(simulator);
  return simulator;
}

function listed(simulator: Simulator, source: SourceChoice): Promise<readonly Image[]> {
  return openCatalogue(simulator).images({ ...scope, source }, never);
}

function run(
  simulator: Simulator,
  name: "getCompShareImage" | "getCompShareImages",
  inputs: Readonly<Record<string, unknown>>,
) {
  const context = { ...quietContext, catalogue: openCatalogue(simulator), scope: {} };
  return runFunction(name, inputs, async () => context, never);
}

test.each([
  ["platform", 72],
  ["custom", 3],
  ["shared", 2],
  ["published", 2],
  ["community", 11],
  ["any", 90],
] as const)("the catalogue %s is read completely: %d images", async (source, count) => {
  const images = await listed(await start(), source);
  expect(images).toHaveLength(count);
  if (source !== "any") expect(new Set(images.map((image) => image.source))).toEqual(new Set([source]));
});

test.each(["grouped", "ImageSetGroup", "flat"] as const)(
  "community images that are answered %s are the same",
  async (communityShape) => {
    const images = await listed(await start({ quirks: { communityShape } }), "community");
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

test("groups page by groups, also when the server clamps its pages", async () => {
  expect(await listed(await start({ quirks: { clampLimit: 3 } }), "community")).toHaveLength(11);
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
  ["compshareImage-1co00000liv1", "community"],
])("the ID %s is found in the catalogue %s without being told where", async (id, source) => {
  expect(await run(await start(), "getCompShareImage", { id })).toMatchObject({ id, source, found: true });
});

test("an ID that is nowhere says where it was looked for", async () => {
  await expect(
    run(await start(), "getCompShareImage", { id: "compshareImage-1minbz219zzz" }),
  ).rejects.toThrow("Without `source` an ID is looked for in every catalogue that these keys can see.");
});

test("a catalogue that refuses fails the whole of any", async () => {
  const simulator = await start();
  simulator.failNext({ retCode: 299 }, 1, { Action: "DescribeCompShareSharingImages" });
  await expect(run(simulator, "getCompShareImages", { source: "any" })).rejects.toThrow(
    "DescribeCompShareSharingImages was refused with RetCode 299",
  );
});

test("the community's image with the name of an official one is not taken for it", async () => {
  const simulator = await start();
  expect(await run(simulator, "getCompShareImage", { name: "ComfyUI" })).toMatchObject({
    source: "platform",
    official: true,
  });
  await expect(run(simulator, "getCompShareImage", { name: "ComfyUI", source: "any" })).rejects.toThrow(
    "2 images match, and the query has to mean one:",
  );
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

test("a large catalogue is narrowed by the server for an exact name, with the same answer", async () => {
  const simulator = await start({ catalogue: generateCatalogue(20_000, 1) });
  const all = await listed(simulator, "platform");
  const { name = "" } = all[12_345] ?? {};
  simulator.resetRequests();
  const answer = await run(simulator, "getCompShareImages", { name });
  expect(simulator.requests.length).toBeLessThanOrEqual(4);
  expect(answer["ids"]).toEqual(
    all
      .filter((image) => image.name === name && image.status === "Available")
      .map(({ id }) => id)
      .sort(),
  );
}, 30_000);

test("a name that only another catalogue has is answered with that catalogue", async () => {
  const simulator = await start();
  await expect(run(simulator, "getCompShareImage", { name: "LiveTalking" })).rejects.toThrow(
    '`source` community has "LiveTalking" compshareImage-1co00000liv2, "LiveTalking" compshareImage-1co00000liv1.',
  );
  simulator.failNext({ retCode: 299 }, 1, { Action: "DescribeCompShareCustomImages" });
  await expect(run(simulator, "getCompShareImage", { name: "团队基础镜像" })).rejects.toThrow(
    '`source` shared has "团队基础镜像" compshareImage-1sh0000team1.',
  );
});
