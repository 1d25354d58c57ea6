import { copyFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createReport } from "../../tools/engine/report.ts";
import { runCommand } from "../../tools/process/run-command.ts";
import { getPython } from "../../tools/python.ts";
import { cliFile } from "../support/cli/run-cli.ts";

const ofMocks = "test_compshare_mocks.py";

/** An image whose version is its name's, where there is no framework. */
const systemImage = {
  id: "compshareImage-1",
  name: "Ubuntu 22.04 64位",
  imageType: "System",
  status: "Available",
};
const systemCatalogue = JSON.stringify({
  schema: "compshare-catalog/1",
  takenAt: "2026-11-27",
  listings: [{ source: "platform", region: "cn-wlcb", images: [{ ...systemImage, container: true }] }],
  tags: [],
});

let python: string;
let folder: string;

beforeAll(async () => {
  python = await getPython(createReport(process.stderr));
  folder = await mkdtemp(join(tmpdir(), "compshare-pytest-"));
  await cp("examples/mocks-pytest", folder, { recursive: true });
  await copyFile(`tests/languages/${ofMocks}`, join(folder, ofMocks));
  await writeFile(join(folder, "system.catalog.json"), systemCatalogue);
}, 600_000);
afterAll(() => rm(folder, { recursive: true }));

async function pytest(file: string): Promise<{ readonly code: number | null; readonly text: string }> {
  const env = { ...process.env, COMPSHARE_IMAGES: `'${process.execPath}' '${cliFile}'` };
  const args = ["-m", "pytest", "-p", "no:cacheprovider", file];
  const { code, stdout, stderr } = await runCommand(python, args, { cwd: folder, env });
  return { code, text: `${stdout}${stderr}` };
}

test.each([
  ["of examples/mocks-pytest", "test_stack.py", "4 passed"],
  ["that hold its mocks against the plugin", ofMocks, "22 passed"],
])(
  "the tests %s pass with the built command line",
  async (_, file, summary) => {
    expect(await pytest(file)).toEqual({ code: 0, text: expect.stringContaining(summary) });
  },
  120_000,
);

test("both examples answer from the same catalogue file", async () => {
  const file = (example: string): Promise<string> =>
    readFile(`examples/${example}/compshare.catalog.json`, "utf8");
  expect(await file("mocks-pytest")).toBe(await file("mocks-jest"));
});
