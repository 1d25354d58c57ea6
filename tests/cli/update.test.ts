import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { documentOf } from "../support/cli/documents-of.ts";
import { makeRepository, type Repository } from "../support/cli/repository.ts";
import { type CliResult, runCli } from "../support/cli/run-cli.ts";
import { environmentOf } from "../support/simulator/environment-of.ts";

let simulator: Simulator;
let repository: Repository;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(async () => {
  repository = await makeRepository();
});
afterEach(() => repository.dispose());

function cli(...args: string[]): Promise<CliResult> {
  return runCli(args, {
    cwd: repository.path,
    environment: environmentOf(simulator),
  });
}

const old = "compshareImage-17utkv3juc5a";
const next = "compshareImage-1pv2luuyhfr1";
const query = "framework=vLLM version='>=0.9 <1'";

const files = {
  "Pulumi.yaml": `# kept\n  # compshare(inference): ${query}\n  imageId: ${old} # 0.10.0 vLLM v0.10.0\n`,
  "src/index.ts": `\ufeff// compshare(train): nameContains=cuda13\r\nconst id = "compshareImage-old";\r\n`,
  "other.yaml": "id: compshareImage-old # not annotated\n",
};

const updated = {
  "Pulumi.yaml": `# kept\n  # compshare(inference): ${query}\n  imageId: ${next} # 0.12.0 vLLM v0.12.0\n`,
  "src/index.ts": `\ufeff// compshare(train): nameContains=cuda13\r\nconst id = "compshareImage-1t1vuerl80np"; // 2026.06.30 cuda132_torch2130_py312\r\n`,
  "other.yaml": "id: compshareImage-old # not annotated\n",
};

async function contents(): Promise<Record<string, string>> {
  const entries = Object.keys(files).map(async (name) => [name, await repository.read(name)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

test("update rewrites annotated lines, shows old and new with their dates, and has nothing to do the next time", async () => {
  await repository.write(files);
  const first = await cli("update");
  expect(first).toEqual({
    code: 0,
    stdout: `Pin        Image               Newer                    Published                Where
inference  vLLM v0.10.0        vLLM v0.12.0             2025-08-05 → 2026-01-06  Pulumi.yaml:3
train      compshareImage-old  cuda132_torch2130_py312  2026-06-30               src/index.ts:2
`,
    stderr: "2 lines in 2 files rewritten.\n",
  });
  expect(await contents()).toEqual(updated);
  expect(await cli("update", "--check")).toEqual({
    code: 0,
    stdout: "",
    stderr: "All 2 pinned images are current.\n",
  });
});

test.each([
  ["--dry-run", 0],
  ["--check", 7],
])("update %s shows the same, writes nothing and exits with %i", async (flag, code) => {
  await repository.write(files);
  const result = await cli("update", flag);
  expect(result).toMatchObject({ code, stderr: "2 lines would change; nothing was written.\n" });
  expect(result.stdout).toContain("vLLM v0.12.0");
  expect(await contents()).toEqual(files);
});

test("a label restricts the update, and an unknown one is a usage error with the nearest", async () => {
  await repository.write(files);
  expect(await cli("update", "inference")).toMatchObject({
    code: 0,
    stderr: "1 line in 1 file rewritten.\n",
  });
  expect(await contents()).toEqual({ ...files, "Pulumi.yaml": updated["Pulumi.yaml"] });
  const wrong = await cli("update", "trian");
  expect(wrong).toEqual({
    code: 2,
    stdout: "",
    stderr: "error: no annotation has the label trian; did you mean train?\n",
  });
});

test("a query without a match, or an annotation that cannot be used, is said with file and line, and no file is written", async () => {
  await repository.write({
    ...files,
    "z.py": "# compshare: framework=vLLM version=99\nid = 'compshareImage-1a'\n",
  });
  const none = await cli("update");
  expect(none.code).toBe(1);
  expect(none.stderr).toContain("z.py:1: IMAGE_NOT_FOUND: no CompShare image matches");
  expect(none.stderr).toContain("error: one annotation cannot be used; nothing was written\n");
  await repository.write({
    "z.py": "# compshare: framework=vLLM\nid = 1\n",
    "y.go": "// compshare: framewrok=vLLM\n",
  });
  const broken = await cli("update");
  expect(broken).toEqual({
    code: 1,
    stdout: "",
    stderr: `y.go:1: unknown argument \`framewrok\`; did you mean \`framework\`?
z.py:1: the line below the annotation has no image ID (compshareImage-…)
error: 2 annotations cannot be used; nothing was written
`,
  });
  expect(await contents()).toEqual(files);
});

test("a folder without annotations says so, without keys", async () => {
  const { code, stderr } = await runCli(["update"], { cwd: repository.path });
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: "No annotations: no file has a comment such as `compshare: framework=vLLM` above an image ID.\n",
  });
});

test("without keys the update fails with 3 and leaves the files alone", async () => {
  await repository.write(files);
  const { code } = await runCli(["update"], { cwd: repository.path });
  expect(code).toBe(3);
  expect(await contents()).toEqual(files);
});

test("JSON is one document, and a catalogue file is enough", async () => {
  await repository.write(files);
  await cli("snapshot");
  const { code, stdout, stderr } = await runCli(["update", "--json", "--catalog", "compshare.catalog.json"], {
    cwd: repository.path,
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(documentOf(stdout)).toMatchObject({
    schema: "compshare-update/1",
    written: true,
    changes: [
      {
        label: "inference",
        query,
        path: "Pulumi.yaml",
        line: 3,
        before: { id: old, name: "vLLM v0.10.0" },
        after: { id: next, version: "0.12.0" },
      },
      { label: "train", before: { id: "compshareImage-old" } },
    ],
  });
  expect(await contents()).toEqual(updated);
});

test("snapshot writes the releases of the annotated queries beside the catalogue, and --check compares them", async () => {
  await repository.write(files);
  await cli("snapshot");
  const releases = JSON.parse(await repository.read("compshare.releases.json"));
  expect(Object.keys(releases.streams)).toEqual([query, "nameContains=cuda13"]);
  expect(releases.streams[query][0]).toEqual({
    version: "0.12.0 vLLM v0.12.0",
    digest: next,
    releaseTimestamp: "2026-01-06T07:59:22Z",
  });
  expect(await cli("snapshot", "--check")).toMatchObject({ code: 0 });
  await repository.write({ "new.py": "# compshare: name=ComfyUI\nid = 'compshareImage-1a'\n" });
  expect(await cli("snapshot", "--check")).toMatchObject({ code: 7 });
});
