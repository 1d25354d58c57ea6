import { copyFile, mkdir, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { listExamples } from "../../tools/demo.ts";
import { createReport } from "../../tools/engine/report.ts";
import { checkOutExample, installUserModules } from "../../tools/user/install.ts";
import { type EngineAndSimulator, startEngineAndSimulator } from "../support/engine/lookup-program.ts";

const byName = {
  training: "compshareImage-1minbz219ceq",
  inference: "compshareImage-1pv2luuyhfr1",
};
const byTag = {
  learning: [
    "compshareImage-1t1vuerl80np",
    "compshareImage-1s6i2vls7sx2",
    "compshareImage-1minbz219ceq",
    "compshareImage-1tx5ln07e080",
  ],
  serving: "compshareImage-13bpfynwhimm",
};

const pinned = { training: "compshareImage-1t1vuerl80np" };

/** The IDs that each example must find in the simulator's catalogue. */
const expected = [
  ["pin-image/typescript", pinned],
  ["pin-image/yaml", pinned],
  ["resolve-by-name/typescript", byName],
  ["resolve-by-name/yaml", byName],
  ["resolve-by-tag/typescript", byTag],
  ["resolve-by-tag/yaml", byTag],
] as const;

let world: EngineAndSimulator;
let nodeModules: string;

beforeAll(async () => {
  world = await startEngineAndSimulator();
  nodeModules = await installUserModules(createReport(process.stderr));
}, 600_000);
afterAll(() => world.dispose());

/** Examples that only run together; pin-examples.test.ts runs them. */
const together = ["shared-images/pins", "shared-images/service"];

test("every example is among those whose answers are known here", async () => {
  expect(await listExamples()).toEqual([...expected.map(([example]) => example), ...together]);
});

test.each(expected)(
  "examples/%s previews, deploys, previews without changes and is destroyed",
  async (example, ids) => {
    const cwd = join(world.engine.directory, example.replace("/", "-"));
    await checkOutExample(example, cwd, nodeModules);
    const pulumi = async (...args: string[]): Promise<string> => {
      const result = await world.engine.pulumi(args, { cwd });
      expect({ args, ...result }).toMatchObject({ code: 0 });
      return result.stdout;
    };
    await pulumi("stack", "init", "dev");
    await pulumi("preview");
    await pulumi("up", "--yes");
    const outputs: Record<string, { id: unknown } | null> = JSON.parse(
      await pulumi("stack", "output", "--json"),
    );
    const found = Object.entries(outputs).flatMap(([name, output]) =>
      output === null ? [] : [[name, output.id]],
    );
    expect(Object.fromEntries(found)).toEqual(ids);
    await pulumi("preview", "--expect-no-changes");
    await pulumi("destroy", "--yes");
  },
  120_000,
);

test("the Pulumi.yaml at the root of the repository runs the first example", async () => {
  // Pulumi writes stack settings beside the project, so the repository is seen from another folder.
  const cwd = join(world.engine.directory, "repository");
  await mkdir(cwd);
  await copyFile("Pulumi.yaml", join(cwd, "Pulumi.yaml"));
  for (const folder of ["examples", "dist"]) await symlink(resolve(folder), join(cwd, folder), "dir");
  expect(await world.engine.pulumi(["stack", "init", "dev"], { cwd })).toMatchObject({ code: 0 });
  const preview = await world.engine.pulumi(["preview"], { cwd });
  expect(preview).toMatchObject({ code: 0 });
  expect(preview.stdout).toContain(byName.training);
}, 60_000);
