import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, jest, test } from "@jest/globals";
import { useEngineAndSimulator, yamlProgram } from "../support/engine/lookup-program.ts";
import { createPinStacks, familyImage, nothingThere } from "../support/engine/pin-stacks.ts";

jest.setTimeout(60_000);

const world = useEngineAndSimulator();
const stacks = createPinStacks(world);

/** Makes the project of the newest stack one without resources, as one has it before an import. */
async function emptyProject(): Promise<string> {
  const folder = await stacks.start(["name: ComfyUI"]);
  await writeFile(join(folder, "Pulumi.yaml"), yamlProgram("pin", ""));
  return folder;
}

test.each([
  ["of the platform", "compshareImage-1minbz219ceq", "platform"],
  ["of the community", "compshareImage-14pa8x8ucwr9", "community"],
])("an image %s is imported with a program text that previews without changes", async (_case, id, source) => {
  const folder = await emptyProject();
  const text = join(folder, "imported.yaml");
  await stacks.pulumi("import", "compshare:index:ImagePin", "base", id, "--yes", "--out", text);
  expect(await stacks.pin()).toMatchObject({ id, inputs: { imageId: id }, outputs: { imageId: id, source } });
  const imported = await readFile(text, "utf8");
  expect(imported).toContain(`imageId: ${id}`);
  await writeFile(join(folder, "Pulumi.yaml"), yamlProgram("pin", imported));
  expect(await stacks.run(["preview", "--expect-no-changes"], nothingThere)).toMatchObject({ code: 0 });
  await stacks.pulumi("refresh", "--yes", "--skip-preview");
  await stacks.pulumi("preview", "--expect-no-changes");
});

test("an imported image whose ID gives way to a query that fits it stays", async () => {
  await emptyProject();
  const id = "compshareImage-1minbz219ceq";
  await stacks.pulumi("import", "compshare:index:ImagePin", "base", id, "--yes", "--protect=false");
  await stacks.edit(["name: cuda128_torch291_py312"]);
  expect(await stacks.pulumi("up", "--yes", "--skip-preview")).toContain("1 updated");
  expect(await stacks.outputs()).toMatchObject({ id });
});

test("an image that does not exist is not imported", async () => {
  await emptyProject();
  const words = ["import", "compshare:index:ImagePin", "base", "compshareImage-1minbz219zzz", "--yes"];
  const { code, text } = await stacks.run(words);
  expect(code).not.toBe(0);
  expect(text).toContain("resource 'compshareImage-1minbz219zzz' does not exist");
});

test("an import without a gateway is an error, and no image that does not exist", async () => {
  await emptyProject();
  const words = ["import", "compshare:index:ImagePin", "base", "compshareImage-1minbz219ceq", "--yes"];
  const keys = { COMPSHARE_PUBLIC_KEY: "a", COMPSHARE_PRIVATE_KEY: "b" };
  const { code, text } = await stacks.run(words, { ...nothingThere, ...keys });
  expect(code).not.toBe(0);
  expect(text).toContain("NET_CONNECT");
  expect(text).not.toContain("does not exist");
});

test("a program reads an image of somebody else's pin by its ID", async () => {
  world.simulator.putImage(familyImage("read v1.0", "read00000001", 1));
  const folder = await emptyProject();
  const read = [
    "resources:",
    "  theirs:",
    "    type: compshare:ImagePin",
    "    get: {id: compshareImage-read00000001}",
    "outputs:",
    "  name: ${theirs.name}",
  ];
  await writeFile(join(folder, "Pulumi.yaml"), yamlProgram("pin", `${read.join("\n")}\n`));
  await stacks.pulumi("up", "--yes", "--skip-preview");
  expect(await stacks.outputs()).toEqual({ name: "read v1.0" });
  expect(await stacks.pulumi("refresh", "--yes", "--skip-preview")).not.toContain("a newer image");
  expect(await stacks.pin()).toMatchObject({ outputs: { status: "Available", newerAvailable: null } });
});
