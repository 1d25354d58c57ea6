import { expect, jest, test } from "@jest/globals";
import { useEngineAndSimulator } from "../support/engine/lookup-program.ts";
import { createPinStacks, familyImage } from "../support/engine/pin-stacks.ts";

jest.setTimeout(60_000);

const world = useEngineAndSimulator();
const stacks = createPinStacks(world);

test("a zone that is edited warns with the same update, and an edit back takes the warning out of the state", async () => {
  world.simulator.putImage({
    ...familyImage("zoned v1", "zoned-1", 1),
    ImageSupportZone: [{ Zone: "cn-wlcb-01" }],
  });
  const text =
    "the image does not list the zone cn-wlcb-02, only cn-wlcb-01; instances may fail to start there";
  const [here, there] = ["cn-wlcb-01", "cn-wlcb-02"].map((zone) => ["name: zoned v1", `zone: ${zone}`]);
  await stacks.start(here ?? []);
  await stacks.pulumi("up", "--yes", "--skip-preview");
  await stacks.edit(there ?? []);
  expect(await stacks.pulumi("preview", "--diff")).toContain(`warning: base: ${text}`);
  expect(await stacks.pulumi("up", "--yes", "--skip-preview")).toContain(`warning: base: ${text}`);
  expect(await stacks.pin()).toMatchObject({ outputs: { warnings: [text] } });
  await stacks.edit(here ?? []);
  expect(await stacks.pulumi("up", "--yes", "--skip-preview")).not.toContain("warning:");
  expect(await stacks.pin()).toMatchObject({ outputs: { warnings: [] } });
});
