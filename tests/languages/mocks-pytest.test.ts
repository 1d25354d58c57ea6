import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createReport } from "../../tools/engine/report.ts";
import { runCommand } from "../../tools/process/run-command.ts";
import { getPython } from "../../tools/python.ts";
import { cliFile } from "../support/cli/run-cli.ts";

let python: string;
let folder: string;

beforeAll(async () => {
  python = await getPython(createReport(process.stderr));
  folder = await mkdtemp(join(tmpdir(), "compshare-pytest-"));
  await cp("examples/mocks-pytest", folder, { recursive: true });
}, 600_000);
afterAll(() => rm(folder, { recursive: true }));

test("the tests of examples/mocks-pytest pass with the built command line", async () => {
  const env = { ...process.env, COMPSHARE_IMAGES: `'${process.execPath}' '${cliFile}'` };
  const args = ["-m", "pytest", "-p", "no:cacheprovider"];
  const { code, stdout, stderr } = await runCommand(python, args, { cwd: folder, env });
  expect({ code, text: `${stdout}${stderr}` }).toEqual({
    code: 0,
    text: expect.stringContaining("4 passed"),
  });
}, 120_000);

test("both examples answer from the same catalogue file", async () => {
  const file = (example: string): Promise<string> =>
    readFile(`examples/${example}/compshare.catalog.json`, "utf8");
  expect(await file("mocks-pytest")).toBe(await file("mocks-jest"));
});
