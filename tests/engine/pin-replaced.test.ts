import { expect, jest, test } from "@jest/globals";
import { useEngineAndSimulator } from "../support/engine/lookup-program.ts";
import { createPinStacks, familyImage } from "../support/engine/pin-stacks.ts";

jest.setTimeout(90_000);

const world = useEngineAndSimulator();
const stacks = createPinStacks(world);

/** Publishes a version of a family of images on a day of 2026, and gives its ID. */
function publish(family: string, version: number): string {
  const row = familyImage(`${family} v${version}`, `${family}-${version}`, version);
  world.simulator.putImage(row);
  return row.CompShareImageId;
}

const machine = (input: string): string[] => [
  "  machine:",
  "    type: pulumi:index:Stash",
  "    properties:",
  `      input: ${input}`,
  "    options:",
  "      replaceOnChanges: [input]",
];

test("replaceOnChanges replaces the pin and keeps the image that still fits, in the preview and in the state", async () => {
  const first = publish("onchange", 1);
  const options = ["replaceOnChanges: [nameContains]"];
  await stacks.start(["nameContains: onchange"], { options });
  await stacks.pulumi("up", "--yes", "--skip-preview");
  const before = await stacks.pin();
  publish("onchange", 2);
  await stacks.edit(["nameContains: onchange v"], { options });
  const keeps = `base: is replaced, and keeps "onchange v1" (${first}, published 2026-01-01)`;
  const preview = await stacks.pulumi("preview", "--diff");
  expect(preview).toContain("+-1 to replace");
  expect(preview).toContain(keeps);
  expect(preview).not.toContain("onchange-2");
  const up = await stacks.pulumi("up", "--yes", "--skip-preview");
  expect(up).toContain("+-1 replaced");
  expect(up).toContain(keeps);
  expect(await stacks.pin()).toMatchObject({ id: first, outputs: before?.outputs });
  await stacks.pulumi("preview", "--expect-no-changes");
});

test("a pin that is replaced with another resource keeps an image that is gone, and asks nothing", async () => {
  const first = publish("together", 1);
  const program = (input: string) => ({
    resources: machine(input),
    options: ["replaceWith:", "  - ${machine}"],
  });
  await stacks.start(["nameContains: together", "mostRecent: true"], program("a"));
  await stacks.pulumi("up", "--yes", "--skip-preview");
  world.simulator.removeImage(first);
  publish("together", 2);
  world.simulator.resetRequests();
  await stacks.edit(["nameContains: together", "mostRecent: true"], program("b"));
  const up = await stacks.pulumi("up", "--yes", "--skip-preview");
  expect(up).toContain("+-2 replaced");
  expect(up).toContain(`base: is replaced, and keeps "together v1" (${first}, published 2026-01-01)`);
  expect(await stacks.pin()).toMatchObject({ id: first });
  expect(world.simulator.requests).toEqual([]);
});

test("a pin that is asked for anew runs its query, and the preview shows both images", async () => {
  const first = publish("anew", 1);
  await stacks.start(["nameContains: anew", "mostRecent: true"]);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  const second = publish("anew", 2);
  const urns = await stacks.pulumi("stack", "--show-urns");
  const urn = /urn:\S+::compshare:index:ImagePin::base/.exec(urns)?.[0] ?? "";
  const both = `imageId       : "${first}" => "${second}"`;
  expect(await stacks.pulumi("preview", "--diff", "--target-replace", urn)).toContain(both);
  const moves = `base: moves from "anew v1" (${first}, published 2026-01-01) to "anew v2" (${second}, published 2026-01-02)`;
  expect(await stacks.pulumi("preview", "--refresh", "--target-replace", urn)).toContain(moves);
  await stacks.pulumi("state", "taint", urn, "--yes");
  expect(await stacks.pulumi("preview", "--diff")).toContain(both);
  expect(await stacks.pulumi("up", "--yes", "--skip-preview")).toContain("+-1 replaced");
  expect(await stacks.pin()).toMatchObject({ id: second });
});
