import { copyFile, mkdir, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { listExamples } from "../../tools/demo.ts";
import { createReport } from "../../tools/engine/report.ts";
import { checkOutExample, installUserModules } from "../../tools/user/install.ts";
import { type EngineAndSimulator, startEngineAndSimulator } from "../support/engine/lookup-program.ts";
import { exampleAnswers, exampleFolder, runExample, topics } from "../support/engine/run-example.ts";

const languages = ["typescript", "yaml"];
const examples = topics.flatMap((topic) =>
  languages.map((language) => [`${topic}/${language}`, topic] as const),
);

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
  const ofLanguageTests = topics.flatMap((topic) => [`${topic}/go`, `${topic}/python`]);
  const known = [...examples.map(([example]) => example), ...together, ...ofLanguageTests];
  expect(await listExamples()).toEqual(known.toSorted());
});

test.each(examples)(
  "examples/%s previews, deploys, previews without changes and is destroyed",
  async (example, topic) => {
    const cwd = exampleFolder(world.engine, example);
    await checkOutExample(example, cwd, nodeModules);
    expect(await runExample(world.engine, cwd)).toEqual(exampleAnswers[topic]);
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
  expect(preview.stdout).toContain(exampleAnswers["resolve-by-name"].training);
}, 60_000);
