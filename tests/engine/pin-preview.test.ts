import { expect, jest, test } from "@jest/globals";
import { useEngineAndSimulator } from "../support/engine/lookup-program.ts";
import { createPinStacks, familyImage } from "../support/engine/pin-stacks.ts";

jest.setTimeout(90_000);

const world = useEngineAndSimulator();
const stacks = createPinStacks(world);

/** Publishes a version of a family of images on a day of 2026. */
function publish(family: string, version: number): void {
  world.simulator.putImage(familyImage(`${family} v${version}`, `${family}-${version}`, version));
}

const follow = (family: string): string[] => [`nameContains: ${family} v`, "policy: follow"];

/** How often a text stands in another. */
function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** What follows the resources of a command: each message stands there once. */
function diagnostics(text: string): string {
  return text.slice(text.indexOf("Diagnostics:"));
}

test("the first preview names the image at its pin, and tells what is not known before the update", async () => {
  publish("first", 1);
  await stacks.start(follow("first"), { outputs: ["  at: ${base.resolvedAt}"] });
  const named = 'base: pins "first v1" (compshareImage-first-1, published 2026-01-01)';
  const preview = await stacks.pulumi("preview");
  expect(count(diagnostics(preview), named)).toBe(1);
  expect(preview).toMatch(/at {4}: \[unknown\]\n/);
  expect(preview).toContain('id    : "compshareImage-first-1"');
  const diff = await stacks.pulumi("preview", "--diff");
  expect(count(diff, named)).toBe(1);
  expect(diff).toContain('imageId    : "compshareImage-first-1"');
});

test("the preview of a move shows the old and the new image in the difference of the pin, and says the move once", async () => {
  publish("move", 1);
  await stacks.start(follow("move"));
  await stacks.pulumi("up", "--yes", "--skip-preview");
  publish("move", 2);
  const diff = await stacks.pulumi("preview", "--diff");
  expect(diff).toContain('~ imageId    : "compshareImage-move-1" => "compshareImage-move-2"');
  expect(diff).toContain('~ name       : "move v1" => "move v2"');
  const move =
    'base: moves from "move v1" (compshareImage-move-1, published 2026-01-01) to "move v2" (compshareImage-move-2, published 2026-01-02)';
  expect(count(diff, move)).toBe(1);
  expect(count(diagnostics(await stacks.pulumi("preview")), move)).toBe(1);
});

const plans = { PULUMI_EXPERIMENTAL: "true" };

test("a saved plan holds for the update, also where an output says when the image was pinned", async () => {
  publish("plan", 1);
  await stacks.start(follow("plan"), { outputs: ["  at: ${base.resolvedAt}"] });
  const save = async (): Promise<void> => {
    expect(await stacks.run(["preview", "--save-plan", "plan.json"], plans)).toMatchObject({ code: 0 });
  };
  const up = () => stacks.run(["up", "--yes", "--skip-preview", "--plan", "plan.json"], plans);
  await save();
  expect(await up()).toMatchObject({ code: 0 });
  publish("plan", 2);
  await save();
  expect(await up()).toMatchObject({ code: 0 });
  expect(await stacks.outputs()).toMatchObject({ id: "compshareImage-plan-2" });
});

test("a catalogue that moves between the plan and the update fails the update, which names both images", async () => {
  publish("stale", 1);
  await stacks.start(follow("stale"));
  await stacks.pulumi("up", "--yes", "--skip-preview");
  publish("stale", 2);
  await stacks.run(["preview", "--save-plan", "plan.json"], plans);
  publish("stale", 3);
  const { code, text } = await stacks.run(["up", "--yes", "--skip-preview", "--plan", "plan.json"], plans);
  expect(code).not.toBe(0);
  expect(text).toContain("violates plan");
  for (const image of ["stale v2", "compshareImage-stale-2", "stale v3", "compshareImage-stale-3"])
    expect(text).toContain(image);
  expect(await stacks.pin()).toMatchObject({ id: "compshareImage-stale-1" });
});

test("an image that was given by hand is looked for once the region is another, and fails the preview where it is not", async () => {
  await stacks.start(["imageId: compshareImage-1minbz219ceq"]);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  world.simulator.removeImage("compshareImage-1minbz219ceq");
  world.simulator.resetRequests();
  await stacks.pulumi("preview", "--expect-no-changes");
  expect(world.simulator.requests).toEqual([]);
  await stacks.pulumi("config", "set", "compshare:region", "cn-bj2");
  const { code, text } = await stacks.run(["preview"]);
  expect(code).not.toBe(0);
  expect(text).toContain(
    'no CompShare image has the ID "compshareImage-1minbz219ceq" of `imageId` (region cn-bj2, source any).',
  );
  expect(new Set(world.simulator.requests.map(({ params }) => params["Region"]))).toEqual(
    new Set(["cn-bj2"]),
  );
});

test("a secret part of the name keeps the names that quote it secret, in inputs and outputs", async () => {
  publish("hush", 1);
  await stacks.start(["nameContains: {fn::secret: hush v}", "mostRecent: true"]);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  expect(JSON.stringify(await stacks.pin())).not.toContain("hush v1");
});
