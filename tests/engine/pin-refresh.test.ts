import { expect, jest, test } from "@jest/globals";
import { useEngineAndSimulator } from "../support/engine/lookup-program.ts";
import { createPinStacks, familyImage, nothingThere } from "../support/engine/pin-stacks.ts";

jest.setTimeout(60_000);

const world = useEngineAndSimulator();
const stacks = createPinStacks(world);

/** Publishes version `count` of an image of a test's own, on the day of that number, and gives its ID. */
function publish(family: string, count: number): string {
  const row = familyImage(`${family} v1.${count}`, `${family}-${count}`, count);
  world.simulator.putImage(row);
  return row.CompShareImageId;
}

test("a refresh tells the newer image and never moves the pin", async () => {
  const first = publish("newer", 1);
  await stacks.start(["nameContains: newer v", "mostRecent: true"]);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  publish("newer", 2);
  const third = publish("newer", 3);
  const refresh = await stacks.pulumi("refresh", "--yes", "--skip-preview");
  expect(refresh).toContain(`a newer image matches the query: "newer v1.3" (${third}, published 2026-01-03)`);
  expect(await stacks.pin()).toMatchObject({
    id: first,
    outputs: {
      imageId: first,
      status: "Available",
      newerAvailable: {
        id: third,
        name: "newer v1.3",
        version: "1.3.0",
        publishedAt: "2026-01-03T00:00:00Z",
      },
      warnings: [],
    },
  });
  await stacks.pulumi("preview", "--expect-no-changes");
});

test("a refresh tells the state of the image and what it costs", async () => {
  const id = publish("state", 1);
  await stacks.start(["name: state v1.1"]);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  world.simulator.patchImage(id, { Status: "Offline", Price: 1.5, ImageCharge: true });
  const texts = [
    "the image's status is Offline; instances may fail to start from it",
    "the image costs 1.5 yuan per hour on top of the instance",
  ];
  const refresh = await stacks.pulumi("refresh", "--yes", "--skip-preview");
  for (const text of texts) expect(refresh).toContain(`warning: base: ${text}`);
  expect(await stacks.pin()).toMatchObject({ id, outputs: { status: "Offline", warnings: texts } });
});

test("an image that is gone stays pinned, with a warning, until it is back", async () => {
  const id = publish("gone", 1);
  await stacks.start(["name: gone v1.1"]);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  world.simulator.removeImage(id);
  const text = "CompShare no longer has the image; instances cannot be created from it any more";
  expect(await stacks.pulumi("refresh", "--yes", "--skip-preview")).toContain(`warning: base: ${text}`);
  expect(await stacks.pin()).toMatchObject({
    id,
    outputs: { imageId: id, name: "gone v1.1", status: "Gone", warnings: [text], newerAvailable: null },
  });
  await stacks.pulumi("preview", "--expect-no-changes");
  publish("gone", 1);
  await stacks.pulumi("refresh", "--yes", "--skip-preview");
  expect(await stacks.pin()).toMatchObject({ id, outputs: { status: "Available", warnings: [] } });
});

test("an image that is published moves to another catalogue and is not gone, whether the pin is edited or not", async () => {
  const row = { ...familyImage("moving v1", "moving-1", 1), AuthInfo: 0 };
  const id = row.CompShareImageId;
  world.simulator.putImage(row, "custom");
  await stacks.start(["name: moving v1", "source: custom"]);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  world.simulator.removeImage(id);
  world.simulator.putImage({ ...row, GroupId: "moving" }, "published");
  const found = { id, outputs: { status: "Available", source: "published", warnings: [] } };
  expect(await stacks.pulumi("refresh", "--yes", "--skip-preview")).not.toContain("no longer has the image");
  expect(await stacks.pin()).toMatchObject(found);
  await stacks.edit(["name: moving v1", "source: published"]);
  expect(await stacks.pulumi("up", "--yes", "--skip-preview")).toContain("1 updated");
  expect(await stacks.pin()).toMatchObject(found);
  expect(await stacks.pulumi("refresh", "--yes", "--skip-preview")).not.toContain("no longer has the image");
  expect(await stacks.pin()).toMatchObject(found);
});

test("an edit of the catalogue to the one in which the image is now takes it over into the state", async () => {
  const row = { ...familyImage("taken v1", "taken-1", 1), AuthInfo: 0 };
  world.simulator.putImage(row, "custom");
  await stacks.start(["name: taken v1", "source: custom"]);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  world.simulator.removeImage(row.CompShareImageId);
  world.simulator.putImage({ ...row, GroupId: "taken" }, "published");
  await stacks.edit(["name: taken v1", "source: published"]);
  expect(await stacks.pulumi("up", "--yes", "--skip-preview")).toContain("1 updated");
  expect(await stacks.pin()).toMatchObject({ outputs: { source: "published" } });
});

test.each([
  [
    "nobody listens",
    { ...nothingThere, COMPSHARE_PUBLIC_KEY: "a", COMPSHARE_PRIVATE_KEY: "b" },
    "NET_CONNECT",
  ],
  ["there are no keys", { COMPSHARE_PUBLIC_KEY: "", COMPSHARE_PRIVATE_KEY: "" }, "no credentials were found"],
  ["the keys are revoked", { COMPSHARE_PRIVATE_KEY: "revoked" }, "API_REFUSED"],
])("a refresh while %s is an error that keeps the state", async (_case, env, text) => {
  await stacks.start(["name: ComfyUI"]);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  const before = await stacks.pin();
  const refresh = await stacks.run(["refresh", "--yes", "--skip-preview"], env);
  expect(refresh.code).not.toBe(0);
  expect(refresh.text).toContain(text);
  const { id, inputs, outputs } = before ?? {};
  expect(outputs).toMatchObject({ name: "ComfyUI", status: "Available" });
  expect(await stacks.pin()).toMatchObject({ id, inputs, outputs });
  await stacks.pulumi("preview", "--expect-no-changes");
});

test("a refresh of a pin that follows moves nothing and shows no move, and the next update does", async () => {
  const first = publish("refollow", 1);
  await stacks.start(["nameContains: refollow", "policy: follow"]);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  const second = publish("refollow", 2);
  const refresh = await stacks.pulumi("refresh", "--yes", "--diff");
  expect(refresh).toContain(`a newer image matches the query: "refollow v1.2"`);
  expect(refresh).not.toContain("moves from");
  expect(refresh).not.toContain("imageId");
  expect(await stacks.pin()).toMatchObject({ id: first });
  const preview = await stacks.pulumi("preview", "--refresh");
  expect(preview.match(/^ *base: moves from/gm)).toHaveLength(1);
  expect(preview).toContain("+-1 to replace");
  await stacks.pulumi("up", "--yes", "--refresh", "--skip-preview");
  expect(await stacks.pin()).toMatchObject({ id: second });
});

test("a preview expects no changes while images are published, and with --refresh it shows the newer one", async () => {
  publish("ci", 1);
  await stacks.start(["nameContains: ci v", "mostRecent: true"]);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  await stacks.pulumi("preview", "--expect-no-changes");
  const second = publish("ci", 2);
  expect(await stacks.pulumi("preview", "--expect-no-changes")).not.toContain(second);
  const scheduled = await stacks.pulumi("preview", "--refresh", "--diff");
  expect(scheduled).toContain(`a newer image matches the query: "ci v1.2" (${second}, published 2026-01-02)`);
  expect(scheduled).toContain(`id         : "${second}"`);
  expect(scheduled).toContain("2 unchanged");
  await stacks.pulumi("refresh", "--preview-only", "--expect-no-changes");
});

test("a refresh that runs the program moves nothing", async () => {
  const first = publish("rerun", 1);
  await stacks.start(["nameContains: rerun", "policy: follow"]);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  publish("rerun", 2);
  const refresh = await stacks.pulumi("refresh", "--yes", "--run-program", "--skip-preview");
  expect(refresh).not.toContain("moves from");
  expect(await stacks.pin()).toMatchObject({ id: first });
});

test("a Chinese terminal is told in Chinese, and the state stays English", async () => {
  const id = publish("language", 1);
  await stacks.start(["nameContains: language", "mostRecent: true"]);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  const newer = publish("language", 2);
  world.simulator.patchImage(id, { Status: "Offline" });
  const { code, text } = await stacks.run(["refresh", "--yes", "--skip-preview"], { COMPSHARE_LANG: "zh" });
  expect({ code, text }).toMatchObject({ code: 0 });
  expect(text).toContain(`有更新的镜像符合查询："language v1.2"（${newer}，2026-01-02 发布）`);
  expect(text).toContain("镜像状态为 Offline，用它创建实例可能失败");
  expect(await stacks.pin()).toMatchObject({
    outputs: { warnings: ["the image's status is Offline; instances may fail to start from it"] },
  });
});

test("an edited query forgets the image that was newer by the old one", async () => {
  const first = publish("forget", 1);
  await stacks.start(["nameContains: forget", "mostRecent: true"]);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  publish("forget", 2);
  await stacks.pulumi("refresh", "--yes", "--skip-preview");
  await stacks.edit(["name: forget v1.1"]);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  expect(await stacks.pin()).toMatchObject({ id: first, outputs: { newerAvailable: null } });
});
