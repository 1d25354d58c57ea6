import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { documentOf } from "../support/cli/documents-of.ts";
import { makeRepository, type Repository } from "../support/cli/repository.ts";
import { type CliOptions, type CliResult, runCli } from "../support/cli/run-cli.ts";
import { day, fileImage, fileOf, putFile } from "../support/listings/catalogue-files.ts";
import { environmentOf } from "../support/simulator/environment-of.ts";

let simulator: Simulator;
let repository: Repository;

const old = "compshareImage-17utkv3juc5a";

beforeAll(async () => {
  simulator = await startSimulator();
  repository = await makeRepository(false);
  simulator.putImage({
    CompShareImageId: "compshareImage-off1",
    Name: "off v1",
    ImageType: "App",
    Status: "Offline",
    PubTime: 1_767_225_600,
  });
  await repository.write({
    "Pulumi.yaml": `# compshare(inference): framework=vLLM version='>=0.9 <1'\nid: ${old} # 0.9.0 vLLM v0.9.0\n`,
    "gone.py": "# compshare(gone): name=ComfyUI\nid = 'compshareImage-none'\n",
    "main.go": "// compshare(off): name='off v1'\nid := \"compshareImage-off1\"\n",
    "node_modules/a/index.js": "// compshare: broken\n",
  });
});
afterAll(async () => {
  await simulator.close();
  await repository.dispose();
});

function cli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  return runCli(args, {
    cwd: repository.path,
    environment: environmentOf(simulator),
    ...options,
  });
}

test("outdated tells of every annotation what is newer, withdrawn, gone, or named wrongly in its comment", async () => {
  const { code, stdout, stderr } = await cli(["outdated"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(
    stdout,
  ).toBe(`Pin        Image                Newer         Published                Note                 Where
inference  vLLM v0.10.0         vLLM v0.12.0  2025-08-05 → 2026-01-06  comment is stale     Pulumi.yaml:2
gone       compshareImage-none  ComfyUI       2026-04-21               gone                 gone.py:2
off        off v1                             2026-01-01               withdrawn, no match  main.go:2
inference: the comment says 0.9.0 vLLM v0.9.0, but the image is 0.10.0 vLLM v0.10.0
`);
  expect((await cli(["outdated", "--expect-current"])).code).toBe(7);
});

test("outdated speaks Chinese, to GitHub and to GitLab", async () => {
  const zh = await cli(["outdated", "--lang", "zh", "--format", "github"]);
  expect(zh.stdout).toContain(
    "::error file=gone.py,line=2::gone 固定为 compshareImage-none，CompShare 已没有该镜像\n",
  );
  const quality = JSON.parse((await cli(["outdated", "--format", "gitlab"])).stdout);
  expect(quality.map((issue: Record<string, unknown>) => issue["check_name"])).toEqual([
    "compshare/image-newer",
    "compshare/comment-stale",
    "compshare/image-gone",
    "compshare/image-newer",
    "compshare/image-withdrawn",
    "compshare/image-unmatched",
  ]);
  expect((await cli(["outdated", "--format", "markdown"])).stdout).toContain(
    "| `inference` | `vLLM v0.10.0` | `vLLM v0.12.0` |",
  );
});

test("the paths that GitHub and GitLab get begin at the top of the repository, wherever the command runs", async () => {
  const tracked = await makeRepository();
  await tracked.write({ "infra/prod 1/app.py": await repository.read("gone.py") });
  const inside = { cwd: join(tracked.path, "infra/prod 1") };
  expect((await cli(["outdated", "--format", "github"], inside)).stdout).toContain(
    "::error file=infra/prod 1/app.py,line=2::",
  );
  const quality = JSON.parse((await cli(["outdated", "--format", "gitlab"], inside)).stdout);
  expect(quality[0].location).toEqual({ path: "infra/prod 1/app.py", lines: { begin: 2 } });
  await tracked.dispose();
});

test("an ID that a catalogue file does not have is not called gone", async () => {
  await cli(["snapshot"]);
  const { stdout } = await runCli(["outdated", "--json", "--catalog", "compshare.catalog.json"], {
    cwd: repository.path,
  });
  documentOf(stdout);
  const gone = JSON.parse(stdout).pins.find((one: { pin: string }) => one.pin === "gone");
  expect(gone.findings.map(({ kind }: { kind: string }) => kind)).toEqual(["unlisted", "newer"]);
});

test.each([
  [
    "a word",
    ["outdated", "label"],
    2,
    "error: outdated takes one of --stack STACK, --state FILE and -; labels are for update\n",
  ],
  ["a file that is not there", ["outdated", "--state", "none.json"], 1, "error: none.json does not exist\n"],
  ["a folder", ["outdated", "--state", "."], 1, "error: . cannot be read (EISDIR)\n"],
  [
    "nothing",
    ["outdated", "-"],
    1,
    "error: standard input is empty; did the Pulumi command that wrote it fail?\n",
  ],
  [
    "a stack without pulumi",
    ["outdated", "--stack", "dev"],
    1,
    "error: pulumi is not on PATH; give the output of `pulumi stack export` with --state FILE\n",
  ],
])("%s is one sentence and an exit code", async (_, args, code, stderr) => {
  expect(await cli(args, { environment: { PATH: "/nonexistent" } })).toEqual({ code, stdout: "", stderr });
});

test.each([
  [
    "no JSON",
    "nope",
    "standard input, line 1: not JSON as `pulumi preview --json` or `pulumi stack export` writes it",
  ],
  [
    "a broken second line",
    '{"sequence":0}\n{"sequ',
    "standard input, line 2: not JSON as `pulumi preview --json` or `pulumi stack export` writes it",
  ],
  [
    "other JSON",
    '{"a":1}',
    "standard input is JSON, but neither of `pulumi preview --json` nor of `pulumi stack export`",
  ],
  [
    "a list",
    "[]",
    "standard input is JSON, but neither of `pulumi preview --json` nor of `pulumi stack export`",
  ],
  [
    "another version of a state",
    '{"version":9,"deployment":[1]}',
    "standard input is JSON, but neither of `pulumi preview --json` nor of `pulumi stack export`",
  ],
])("%s on standard input is one sentence", async (_, input, sentence) => {
  const { code, stderr } = await cli(["outdated", "-"], { input });
  expect({ code, stderr }).toEqual({ code: 1, stderr: `error: ${sentence}\n` });
});

test("a listing that a catalogue file does not have is named, with the line in outdated and update", async () => {
  const own = await makeRepository(false);
  await putFile(own.path, fileOf([fileImage("new", 2)]));
  await own.write({
    "z.py": "# compshare(theirs): source=community author=me region=cn-sh2\nid = 'compshareImage-1a'\n",
  });
  const inFile = (...words: readonly string[]): Promise<CliResult> =>
    runCli([...words, "--catalog", "compshare.catalog.json"], { cwd: own.path });
  const missing = `the catalogue file of ${day(0)} does not list community in cn-sh2; take a new snapshot with it`;
  expect((await inFile("outdated")).stdout).toContain(`theirs pins compshareImage-1a; ${missing}\n`);
  const { stdout } = await inFile("outdated", "--json");
  documentOf(stdout);
  const theirs = JSON.parse(stdout).pins.find((one: { pin: string }) => one.pin === "theirs");
  expect(theirs.findings).toEqual([
    { kind: "unlisted", takenAt: day(0), listing: { source: "community", region: "cn-sh2" } },
  ]);
  const update = await inFile("update", "theirs");
  expect(update).toEqual({
    code: 1,
    stdout: "",
    stderr: `z.py:1: ${missing}\nerror: one annotation cannot be used; nothing was written\n`,
  });
  await own.dispose();
});
