import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, jest, test } from "@jest/globals";
import { codeBlocks } from "../support/docs/documents.ts";
import { useEngineAndSimulator, yamlProgram } from "../support/engine/lookup-program.ts";
import { createPinStacks, familyImage, nothingThere } from "../support/engine/pin-stacks.ts";

jest.setTimeout(60_000);

const page = "docs/pinning.md";
const [first, hardCoded, imported, queried, ignoring, dropped, ...others] = codeBlocks(page, "yaml");
const [importing = "", ...otherCommands] = codeBlocks(page, "sh").map((block) => block.trim());

const world = useEngineAndSimulator();
const stacks = createPinStacks(world);
let folder: string;

const write = (program = ""): Promise<void> =>
  writeFile(join(folder, "Pulumi.yaml"), yamlProgram("pin", program));

async function start(program = ""): Promise<void> {
  folder = await stacks.start([]);
  await write(program);
  await stacks.pulumi("up", "--yes", "--skip-preview");
}

/** Runs the command of the page that imports an image. */
const runImport = (): Promise<string> => stacks.pulumi(...importing.split(" ").slice(1), "--yes");

/** Sees that nothing happens to what is there, whatever is new beside it. */
async function expectNothingReplaced(): Promise<void> {
  const preview = await stacks.pulumi("preview", "--diff");
  expect(preview).not.toMatch(/^ *[~-]/m);
  expect(preview).not.toContain("replace");
}

test("the page has no program and no command that is not run here", () => {
  expect(others).toEqual([]);
  expect(otherCommands).toEqual([]);
});

test("the first program of the page pins, and needs nothing from then on", async () => {
  await start(first);
  expect(await stacks.pin()).toMatchObject({ id: "compshareImage-1t1vuerl80np" });
  expect(await stacks.run(["preview", "--expect-no-changes"], nothingThere)).toMatchObject({ code: 0 });
});

test("the way from a hard-coded ID to a pin, and to one with a query, replaces nothing", async () => {
  await start(hardCoded);
  expect(await runImport()).toContain("imageId: compshareImage-1minbz219ceq");
  await write(imported);
  await stacks.pulumi("preview", "--expect-no-changes");
  // The query finds another image by now, and the pinned one fits it all the same.
  world.simulator.putImage(familyImage("cuda128_torch292_py312", "cuda00000292", 330));
  await write(queried);
  const up = await stacks.pulumi("up", "--yes", "--skip-preview");
  expect(up).toContain("~ 1 updated");
  expect(up).not.toContain("replaced");
  expect(await stacks.pin()).toMatchObject({ id: "compshareImage-1minbz219ceq" });
  expect(await stacks.pulumi("refresh", "--yes", "--skip-preview")).toContain(
    'a newer image matches the query: "cuda128_torch292_py312"',
  );
  await stacks.pulumi("preview", "--expect-no-changes");
});

test("the way from ignoreChanges to a pin replaces nothing, although the query finds another image by now", async () => {
  // The machine was made when this was the newest image.
  await start(
    ignoring?.replace("nameContains: cuda13\n        mostRecent: true", "name: cuda128_torch291_py312"),
  );
  await write(ignoring);
  await stacks.pulumi("preview", "--expect-no-changes");
  await runImport();
  await write(dropped);
  await expectNothingReplaced();
  await stacks.pulumi("up", "--yes", "--skip-preview");
  expect(await stacks.run(["preview", "--expect-no-changes"], nothingThere)).toMatchObject({ code: 0 });
});
