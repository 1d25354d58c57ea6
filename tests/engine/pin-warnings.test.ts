import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, jest, test } from "@jest/globals";
import { useEngineAndSimulator, yamlProgram } from "../support/engine/lookup-program.ts";
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

/** Publishes an image that is neither available nor free, and gives its ID and what there is to warn of. */
function publishOdd(name: string): { readonly id: string; readonly texts: readonly string[] } {
  const row = { ...familyImage(`${name} v1`, `${name}-1`, 1), Status: "Offline", Price: 2.5 };
  world.simulator.putImage({ ...row, ImageCharge: true });
  return {
    id: row.CompShareImageId,
    texts: [
      "the image's status is Offline; instances may fail to start from it",
      "the image costs 2.5 yuan per hour on top of the instance",
    ],
  };
}

/** How often a text stands among what a command tells of its resources. */
const told = (output: string, text: string): number =>
  output.slice(output.lastIndexOf("Diagnostics:")).split(text).length - 1;

test("an import tells which image it is, with its warnings", async () => {
  const { id, texts } = publishOdd("imported");
  const folder = await stacks.start(["name: ComfyUI"]);
  await writeFile(join(folder, "Pulumi.yaml"), yamlProgram("pin", ""));
  const words = ["import", "compshare:index:ImagePin", "base", id, "--yes", "--skip-preview"];
  const output = await stacks.pulumi(...words);
  expect(told(output, `base: pins "imported v1" (${id}, published 2026-01-01)`)).toBe(1);
  for (const text of texts) expect(told(output, `warning: base: ${text}`)).toBe(1);
  expect(await stacks.pin()).toMatchObject({ id, outputs: { warnings: texts } });
});

test.each([
  ["its ID", (id: string) => [`imageId: ${id}`]],
  ["a query", () => ["name: optioned v1", "statuses: [Offline]"]],
])("an import by the option, beside %s, tells each warning once", async (_case, properties) => {
  const { id, texts } = publishOdd("optioned");
  await stacks.start(properties(id), { options: [`import: ${id}`] });
  const output = await stacks.pulumi("up", "--yes", "--skip-preview");
  for (const text of texts) expect(told(output, `warning: base: ${text}`)).toBe(1);
  expect(await stacks.pin()).toMatchObject({ id, outputs: { warnings: texts } });
});
