import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import type { PageData } from "../../cli/browse/page-data.ts";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { documentOf } from "../support/cli/documents-of.ts";
import { type CliResult, runCli } from "../support/cli/run-cli.ts";
import { fileImage, fileName, fileOf, putFile } from "../support/listings/catalogue-files.ts";
import { environmentOf } from "../support/simulator/environment-of.ts";

let simulator: Simulator;
let folder: string;

beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "compshare-browse-"));
});
afterEach(() => rm(folder, { recursive: true }));
afterAll(() => simulator.close());

function live(...words: readonly string[]): Promise<CliResult> {
  const environment = environmentOf(simulator);
  return runCli(["browse", ...words], { environment, cwd: folder });
}

/** What a page knows. */
function dataOf(html: string): PageData {
  return JSON.parse(/<script type="application\/json" id="data">(.*)<\/script>/.exec(html)?.[1] ?? "");
}

test("browse writes one file with all images of the platform, its script and its style", async () => {
  expect(await live()).toEqual({ code: 0, stdout: "compshare-images.html: 72 images\n", stderr: "" });
  expect(await readdir(folder)).toEqual(["compshare-images.html"]);
  const html = await readFile(join(folder, "compshare-images.html"), "utf8");
  expect(dataOf(html)).toMatchObject({ region: "cn-wlcb", madeBy: "0.1.0" });
  expect(dataOf(html).images).toHaveLength(72);
  expect(html.includes("Skip to the images") && html.includes("color-scheme")).toBe(true);
  expect(html.includes(simulator.privateKey) || /https?:\/\//.test(html)).toBe(false);
});

test("-o names the file, - prints the page, and --source another catalogue", async () => {
  expect((await live("-o", "a page.html", "--lang", "zh")).stdout).toBe("a page.html：72 个镜像\n");
  expect(dataOf(await readFile(join(folder, "a page.html"), "utf8")).language).toBe("zh");
  const { code, stdout } = await live("-o", "-", "--source", "community");
  expect(code).toBe(0);
  expect(new Set(dataOf(stdout).images.map(({ source }) => source))).toEqual(new Set(["community"]));
});

test("--json says what was written", async () => {
  const { stdout } = await live("--json", "-o", "page.html");
  expect(documentOf(stdout)).toMatchObject({ schema: "compshare-browse/1", file: "page.html", images: 72 });
  const both = await live("--json", "-o", "-");
  expect(both.code).toBe(2);
  expect(documentOf(both.stdout)).toMatchObject({ schema: "compshare-error/1", exitCode: 2 });
});

test("a page of a catalogue file has every listing of the file, and its date", async () => {
  await putFile(
    folder,
    fileOf([], {
      listings: [
        { source: "platform", region: "cn-wlcb", images: [fileImage("vLLM v0.9", 9)] },
        { source: "community", region: "cn-wlcb", images: [fileImage("theirs", 8)] },
      ],
    }),
  );
  const { code, stderr } = await runCli(["browse", "--catalog", fileName, "-o", "page.html"], {
    cwd: folder,
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const data = dataOf(await readFile(join(folder, "page.html"), "utf8"));
  expect(data.images.map(({ name, source }) => [name, source])).toEqual([
    ["vLLM v0.9", "platform"],
    ["theirs", "community"],
  ]);
  expect(data.takenAt).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test.each([
  ["a folder that is not there", ["-o", "no/where.html"], 1],
  ["an unknown flag", ["--outptu", "x"], 2],
  ["a word too many", ["page.html"], 2],
])("%s is one sentence and its exit code", async (_what, words, code) => {
  const result = await live(...words);
  expect(result).toMatchObject({ code, stdout: "" });
  expect(result.stderr.trim().split("\n")).toHaveLength(1);
  if (code === 1)
    expect(result.stderr).toBe(
      `error: ${join(folder, "no/where.html")} cannot be written (ENOENT); create its folder first\n`,
    );
  expect(await readdir(folder)).toEqual([]);
});
