import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { runCommand } from "../../../tools/process/run-command.ts";

const repository = process.cwd();
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "compshare-end-run-"));
});

afterEach(() => rm(folder, { recursive: true }));

/** Runs jest as this repository does, on one test with this body. */
async function jestOn(body: string): Promise<{ readonly code: number; readonly stderr: string }> {
  const config = JSON.parse(await readFile("jest.config.json", "utf8"));
  const [[pattern, [transformer, options]]] = Object.entries<[string, unknown]>(config.transform) as [
    [string, [string, unknown]],
  ];
  const inRepository = {
    rootDir: folder,
    testEnvironment: config.testEnvironment,
    transform: { [pattern]: [join(repository, "node_modules", transformer), options] },
    globalTeardown: config.globalTeardown.replace("<rootDir>", repository),
  };
  await writeFile(join(folder, "only.test.js"), `test("only", () => {${body}});`);
  return runCommand(process.execPath, [
    "node_modules/jest/bin/jest.js",
    "--runInBand",
    "--config",
    JSON.stringify(inRepository),
  ]);
}

test("a run ends, as a failure, although a test left something running", async () => {
  const { code, stderr } = await jestOn("setInterval(() => undefined, 1000)");
  expect(stderr).toContain("1 passed, 1 total");
  expect(stderr).toContain("error: something that a test started still runs 10 s after the last test; ");
  expect(code).toBe(1);
});

test("a run whose tests leave nothing running ends at once and says nothing of it", async () => {
  const { code, stderr } = await jestOn("");
  expect(stderr).toContain("1 passed, 1 total");
  expect(stderr).not.toContain("still runs");
  expect(code).toBe(0);
});
