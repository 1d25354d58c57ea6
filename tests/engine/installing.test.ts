import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createReport } from "../../tools/engine/report.ts";
import { type CommandResult, runCommand } from "../../tools/process/run-command.ts";
import { readIdentity } from "../../tools/repository.ts";
import { checkOutExample, installUserModules } from "../../tools/user/install.ts";
import { read } from "../support/docs/documents.ts";
import { choosers } from "../support/docs/registry-page.ts";
import { blockUnder } from "../support/docs/shell-blocks.ts";
import { fetchingFrom } from "../support/engine/fetching.ts";
import { type EngineAndSimulator, startEngineAndSimulator } from "../support/engine/lookup-program.ts";
import { archiveName, type PluginServer, startPluginServer } from "../support/engine/plugin-server.ts";
import { exampleAnswers } from "../support/engine/run-example.ts";

const page = "docs/installing.md";
const { training, inference } = exampleAnswers["resolve-by-name"];
let world: EngineAndSimulator;
let server: PluginServer;
let version: string;

beforeEach(async () => {
  world = await startEngineAndSimulator();
  ({ version } = await readIdentity());
  server = await startPluginServer(world.engine.directory, version);
}, 60_000);
afterEach(async () => {
  await server.close();
  await world.dispose();
});

/** Runs commands as the page shows them, with loopback in place of GitHub. */
async function shell(commands: string, cwd: string, env = fetchingFrom(server.url)): Promise<CommandResult> {
  return await runCommand("sh", ["-ec", commands], {
    cwd,
    env: { ...world.engine.env, ...env },
    timeoutMs: 120_000,
  });
}

const works = { code: 0 };
const fetched = (): string[] => [`/${archiveName(version)}`];

/** A YAML project of the registry's landing page, which says nothing of the plugin. */
async function yamlProject(at = 0): Promise<string> {
  const program = choosers(read("docs/_index.md"))[at]?.shown.get("yaml") ?? "";
  const cwd = await world.engine.project(`yaml-${at}`, { "Pulumi.yaml": program });
  expect(await world.engine.pulumi(["stack", "init", "dev"])).toMatchObject(works);
  return cwd;
}

test("the plugin is installed ahead of time, and then called without a program", async () => {
  const cwd = join(world.engine.directory, "home");
  expect(await shell(blockUnder(page, "Ahead of time"), cwd)).toMatchObject(works);
  expect(server.asked).toEqual(fetched());
  const called = await shell(blockUnder(page, "Without a program"), cwd, {});
  expect(called).toMatchObject(works);
  const [one = "", several = ""] = called.stdout.split(/(?<=^\}\n)/m);
  expect(JSON.parse(one)).toMatchObject({ id: training });
  expect(JSON.parse(several)).toMatchObject({ ids: [inference] });
}, 120_000);

test("pulumi do fails as a program does when several images match", async () => {
  await shell(blockUnder(page, "Ahead of time"), world.engine.directory);
  const failed = await shell("pulumi do compshare:getCompShareImage --name SGLang", world.engine.directory);
  expect(failed.code).not.toBe(0);
  expect(failed.stderr).toMatch(/^error: IMAGE_AMBIGUOUS: 2 images match name: "SGLang"/);
}, 120_000);

test("the programs of the landing page in YAML find and pin their images", async () => {
  await shell(blockUnder(page, "Ahead of time"), world.engine.directory);
  for (const [at, id] of [training, exampleAnswers["pin-image"].training].entries()) {
    const cwd = await yamlProject(at);
    expect(await shell("pulumi up --yes --skip-preview", cwd)).toMatchObject(works);
    const { stdout } = await shell("pulumi stack output --json", cwd);
    expect(stdout).toContain(id);
  }
}, 120_000);

test("the program of the landing page in TypeScript finds its image", async () => {
  await shell(blockUnder(page, "Ahead of time"), world.engine.directory);
  const cwd = join(world.engine.directory, "typescript");
  const modules = await installUserModules(createReport(process.stderr));
  await checkOutExample("resolve-by-name/typescript", cwd, modules);
  const program = choosers(read("docs/_index.md"))[0]?.shown.get("typescript") ?? "";
  await writeFile(join(cwd, "index.ts"), program);
  const preview = await shell("pulumi stack init landing && pulumi preview", cwd);
  expect(preview).toMatchObject({ code: 0, stdout: expect.stringMatching(`imageId *: "${training}"`) });
}, 300_000);

test("pulumi package add writes into a YAML project what pulumi install needs in a fresh clone", async () => {
  const cwd = await yamlProject();
  expect(await shell(blockUnder(page, "`pulumi package add`"), cwd)).toMatchObject(works);
  const written = await readFile(join(cwd, "Pulumi.yaml"), "utf8");
  expect(written).toContain(`\n${blockUnder(page, "`pulumi package add`", "yaml")}`);
  await shell("pulumi plugin rm --all --yes", cwd);
  const clone = join(world.engine.directory, "clone");
  await cp(cwd, clone, { recursive: true, filter: (source) => !source.endsWith("sdks") });
  expect(await shell("pulumi install", clone)).toMatchObject(works);
  expect(server.asked).toEqual([...fetched(), ...fetched()]);
  const preview = await shell("pulumi preview --stack dev", clone, {});
  expect(preview).toMatchObject({ code: 0, stdout: expect.stringContaining(training) });
}, 120_000);

test("a mirror takes the place of GitHub", async () => {
  const exported = blockUnder(page, "Mirrors").replace("https://mirror.example/compshare", server.url);
  expect(exported).toContain(server.url);
  const installed = await shell(exported + blockUnder(page, "Ahead of time"), world.engine.directory, {});
  expect(installed).toMatchObject(works);
  expect(server.asked).toEqual(fetched());
}, 60_000);

test("a plugins block into node_modules wants npm ci before pulumi install, and the block itself is the examples'", async () => {
  const block = blockUnder(page, "From npm", "yaml");
  const example = read("examples/resolve-by-name/yaml/Pulumi.yaml");
  expect(example).toContain(block);
  const cwd = await world.engine.project("fresh", { "Pulumi.yaml": example });
  const refused = await shell("pulumi install", cwd);
  expect(refused.code).not.toBe(0);
  const shown = blockUnder(page, "`pulumi install`, and in which order", "text");
  expect(refused.stderr).toContain(shown.trim().replace("/home/you/project", cwd));
}, 60_000);

test("a plugin built from a clone runs, even below a package.json that makes every file a module", async () => {
  await writeFile(join(world.engine.directory, "package.json"), '{ "type": "module" }\n');
  // The build is what these tests run on; a second one would take it from under the others.
  const [build, ...commands] = blockUnder(page, "From a clone").trimEnd().split("\n");
  expect(build).toBe("npm run build");
  expect(commands).toHaveLength(1);
  expect(await shell(commands.join("\n"), process.cwd(), {})).toMatchObject(works);
  const called = await shell(blockUnder(page, "Without a program"), world.engine.directory, {});
  expect(called).toMatchObject({ code: 0, stdout: expect.stringContaining(training) });
}, 60_000);

test("examples/automation/typescript deploys by itself and prints the ID of its image, with the plugin from a mirror", async () => {
  const cwd = join(world.engine.directory, "automation");
  const modules = await installUserModules(createReport(process.stderr));
  await checkOutExample("automation/typescript", cwd, modules);
  const run = await shell("node index.ts", cwd);
  expect(run).toEqual({ code: 0, stdout: `${training}\n`, stderr: "" });
  expect(server.asked).toEqual(fetched());
}, 300_000);
