import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { displayWidth } from "../../provider/messages/text-table.ts";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { documentOf } from "../support/cli/documents-of.ts";
import { type CliResult, runCli } from "../support/cli/run-cli.ts";
import { fileImage, fileName, fileOf, putFile } from "../support/listings/catalogue-files.ts";
import { environmentOf } from "../support/simulator/environment-of.ts";

let simulator: Simulator;
let environment: Readonly<Record<string, string>>;
let folder: string;

beforeAll(async () => {
  simulator = await startSimulator();
  environment = environmentOf(simulator);
  folder = await mkdtemp(join(tmpdir(), "compshare-cli-"));
});
afterAll(async () => {
  await simulator.close();
  await rm(folder, { recursive: true });
});

function cli(...words: readonly string[]): Promise<CliResult> {
  return runCli(words, { environment, cwd: folder });
}

test("find lists the images that match, with what people choose by", async () => {
  const { code, stdout, stderr } = await cli("find", "--framework", "vLLM");
  expect(stdout.split("\n")).toEqual([
    "name          version  framework    CUDA  Python  GPU                                    size   price  tags                    date        ID",
    "vLLM v0.12.0  0.12.0   vLLM 0.12.0  12.9  3.12    3090 4090 4090_48G 5090 A100 A800 H20  60 GB  free   推理框架 DeepSeek Qwen  2026-01-06  compshareImage-1pv2luuyhfr1",
    "vLLM v0.10.0  0.10.0   vLLM 0.10.0  12.8  3.12    3090 4090 4090_48G 5090 A100 A800 H20  60 GB  free   推理框架                2025-08-05  compshareImage-17utkv3juc5a",
    "",
  ]);
  expect(stderr).toBe("2 of 72 images match (region cn-wlcb, source platform)\n");
  expect(code).toBe(0);
});

test("find speaks Chinese, with its columns below each other", async () => {
  const { stdout, stderr } = await cli("find", "--framework", "vLLM", "--lang", "zh");
  const [title = "", first = ""] = stdout.split("\n");
  expect(title).toMatch(/^名称 +版本 +框架 +CUDA +Python +GPU +体积 +价格 +标签 +日期 +ID$/);
  const before = (line: string, word: string): number => displayWidth(line.slice(0, line.indexOf(word)));
  expect(before(title, "日期")).toBe(before(first, "2026-01-06"));
  expect(stderr).toBe("读取 72 个镜像，符合 2 个（region cn-wlcb，source platform）\n");
});

test.each([
  [
    ["--framework", "vLLM", "--id-only"],
    ["compshareImage-1pv2luuyhfr1", "compshareImage-17utkv3juc5a"],
  ],
  [["--one", "--framework", "vLLM", "--most-recent", "--id-only"], ["compshareImage-1pv2luuyhfr1"]],
  [["--framework=vLLM", "--order-by=version", "--limit", "1", "--id-only"], ["compshareImage-17utkv3juc5a"]],
  [["--tags", "深度学习,pytorch", "--version", "2.13", "--id-only"], ["compshareImage-1t1vuerl80np"]],
  [["--name-contains", "Ubuntu-nvidia", "--no-container", "--limit", "0", "--id-only"], undefined],
  [["--statuses", "Offline", "--name-contains", "vLLM", "--id-only"], ["compshareImage-1tc205xhei2d"]],
])("find %j prints IDs alone for scripts", async (words, ids) => {
  const { code, stdout } = await cli("find", ...words);
  if (ids === undefined) expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  else expect({ code, ids: stdout.trim().split("\n") }).toEqual({ code: 0, ids });
});

test("find --json is one document with its schema's name, also when it is empty", async () => {
  const found = documentOf((await cli("find", "--framework", "vLLM", "--json")).stdout);
  expect(found).toMatchObject({
    schema: "compshare-find/1",
    totalCount: 2,
    images: [{ id: "compshareImage-1pv2luuyhfr1", source: "platform" }, { name: "vLLM v0.10.0" }],
    versions: { "compshareImage-1pv2luuyhfr1": "0.12.0", "compshareImage-17utkv3juc5a": "0.10.0" },
    selection: { rowsScanned: 72, appliedFilters: { framework: "vLLM" } },
  });
  const none = documentOf((await cli("find", "--name", "none", "--format", "json")).stdout);
  expect(none).toMatchObject({ schema: "compshare-find/1", totalCount: 0, images: [] });
});

test("no match is no failure of find, and points at explain", async () => {
  expect(await cli("find", "--name", "none")).toEqual({
    code: 0,
    stdout: "",
    stderr:
      "none of 72 images matches (region cn-wlcb, source platform); compshare-images explain with the same flags says why\n",
  });
});

test("find --one fails with the plugin's own text, and in JSON with its facts", async () => {
  const { code, stdout, stderr } = await cli("find", "--one", "--name", "vLLM v0.13.0");
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(
    'error: IMAGE_NOT_FOUND: no CompShare image matches name: "vLLM v0.13.0", statuses: ["Available"].\n',
  );
  const document = documentOf((await cli("find", "--one", "--framework", "vLLM", "--json")).stdout);
  expect(document).toMatchObject({ schema: "compshare-error/1", exitCode: 1, code: "IMAGE_AMBIGUOUS" });
});

test("an error ends without the spelling of other languages, since flags have one of their own", async () => {
  const advice =
    "Add what the last column says, or `mostRecent: true` to take the newest, or `orderBy` to take the first in an order of your own.";
  const { stderr } = await cli("find", "--one", "--framework", "vLLM");
  expect(stderr.trimEnd().split("\n").at(-1)).toBe(advice);
  const { stdout } = await cli("find", "--one", "--framework", "vLLM", "--json");
  expect(String(documentOf(stdout)["text"]).split("\n").at(-1)).toBe(advice);
});

test("explain says why this image, in both languages", async () => {
  const { stdout, code } = await cli("explain", "--framework", "vLLM", "--most-recent");
  expect(code).toBe(0);
  expect(stdout.split("\n")).toEqual([
    'asked    framework: "vLLM", statuses: ["Available"]',
    'chosen   "vLLM v0.12.0" compshareImage-1pv2luuyhfr1  2026-01-06',
    "because  most recent of 2",
    "read     72 images were read (region cn-wlcb, source platform): `framework` leaves 3 (24 do not specify it), then `statuses` leaves 2.",
    'next     "vLLM v0.10.0"  compshareImage-17utkv3juc5a  2025-08-05',
    "",
  ]);
  const chinese = await cli("explain", "--framework", "vLLM", "--most-recent", "--lang=zh");
  expect(chinese.stdout).toContain("依据  2 个中最新的\n");
  for (const [words, rule] of [
    [["--name", "vLLM v0.12.0"], "唯一符合的镜像"],
    [["--framework", "vLLM", "--order-by", "-version,name"], "按 -version, name 排序，2 个中的第一个"],
  ] as const) {
    const { stdout } = await cli("explain", ...words, "--lang=zh");
    expect(stdout).toContain(`依据  ${rule}\n`);
  }
});

test("explain says why none or several, as the plugin's error does, and that is no failure", async () => {
  const none = await cli("explain", "--name", "vLL");
  expect(none).toMatchObject({ code: 0, stderr: "" });
  expect(none.stdout).toContain('The closest values of `name` are "vLLM v0.10.0", "vLLM v0.12.0".');
  const several = await cli("explain", "--framework", "vLLM", "--json");
  expect(documentOf(several.stdout)).toMatchObject({
    schema: "compshare-explain/1",
    found: false,
    error: { code: "IMAGE_AMBIGUOUS" },
  });
  const found = documentOf((await cli("explain", "--name", "Ollama", "--json")).stdout);
  expect(found).toMatchObject({
    found: true,
    image: { name: "Ollama" },
    funnel: [{ argument: "name", left: 1 }, {}],
  });
});

test("tags are listed by category, with how many images bear each", async () => {
  const { stdout } = await cli("tags");
  expect(stdout).toContain("category");
  expect(stdout).toMatch(/\n深度学习框架 +深度学习 +5\n +PyTorch +17\n/);
  const { categories } = documentOf((await cli("tags", "--json")).stdout);
  expect(categories).toContainEqual({
    name: "深度学习框架",
    tags: expect.arrayContaining([{ tag: "PyTorch", images: 17 }]),
  });
});

test("a catalogue file answers without keys and without a gateway", async () => {
  await putFile(folder, fileOf([fileImage("vLLM v0.9", 9), fileImage("vLLM v0.10", 10)]));
  const bare = { environment: {}, cwd: folder };
  const { code, stdout } = await runCli(["find", "--catalog", fileName, "--id-only"], bare);
  expect({ code, stdout }).toEqual({ code: 0, stdout: "compshareImage-vLLMv010\ncompshareImage-vLLMv09\n" });
  const named = await runCli(["find", "--id-only"], {
    environment: { COMPSHARE_CATALOG_FILE: fileName },
    cwd: folder,
  });
  expect(named.stdout).toBe(stdout);
  const missing = await runCli(["find", "--catalog", "none.json"], bare);
  expect(missing).toMatchObject({ code: 1, stdout: "" });
  expect(missing.stderr).toContain('CONFIGURATION_INVALID: the catalogue file "none.json" does not exist');
});

test("names that could redraw the terminal are escaped", async () => {
  const hostile = fileImage("x\u001b[2Jy\u202ez\r\nw", 1, { id: "compshareImage-1" });
  await putFile(folder, fileOf([hostile]));
  const { stdout } = await runCli(["find", "--catalog", fileName], { cwd: folder });
  expect(stdout).toContain("x\\u{1b}[2Jy\\u{202e}z\\u{d}\\u{a}w");
  const json = await runCli(["find", "--catalog", fileName, "--json"], { cwd: folder });
  for (const character of ["\u001b", "\u202e"]) expect(json.stdout).not.toContain(character);
  expect(documentOf(json.stdout)).toMatchObject({ images: [{ name: "x\u001b[2Jy\u202ez\r\nw" }] });
});
