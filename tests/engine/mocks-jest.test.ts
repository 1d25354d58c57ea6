import { mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createReport } from "../../tools/engine/report.ts";
import { runCommand } from "../../tools/process/run-command.ts";
import { checkOutExample, installUserModules } from "../../tools/user/install.ts";

let home: string;
let folder: string;

/** A user's packages, and beside them the test runner, which is not installed a second time. */
const packages = ["@pulumi", "@types", "pulumi-compshare", "pulumi-resource-compshare", "typescript"];
const runner = ["jest", "@jest", "@swc"];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "compshare-mocks-"));
  folder = join(home, "project");
  const modules = join(home, "node_modules");
  await mkdir(modules);
  const installed = await installUserModules(createReport(process.stderr));
  for (const name of packages) await symlink(join(installed, name), join(modules, name), "dir");
  for (const name of runner) await symlink(resolve("node_modules", name), join(modules, name), "dir");
  await checkOutExample("mocks-jest", folder, modules);
}, 600_000);
afterAll(() => rm(home, { recursive: true }));

/** Runs the file of a package in the example's folder. */
async function run(
  file: string,
  args: readonly string[],
): Promise<{ readonly code: number; readonly text: string }> {
  const path = join(dirname(folder), "node_modules", file);
  const { code, stdout, stderr } = await runCommand(process.execPath, [path, ...args], { cwd: folder });
  return { code, text: `${stdout}${stderr}` };
}

test("the tests of examples/mocks-jest pass, in a user's project with the packed packages", async () => {
  const { code, text } = await run("jest/bin/jest.js", ["--ci", "--no-cache"]);
  expect({ code, text }).toEqual({ code: 0, text: expect.stringContaining("4 passed, 4 total") });
}, 120_000);

test("the types of the mocks fit those of Pulumi and of the example", async () => {
  expect(await run("typescript/bin/tsc", ["-p", "."])).toEqual({ code: 0, text: "" });
}, 120_000);
