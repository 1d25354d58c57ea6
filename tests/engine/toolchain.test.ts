import { mkdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { EngineWorkspace } from "../support/engine/engine.ts";
import { createEngineWorkspace } from "../support/engine/engine.ts";
import { isAlive } from "../support/is-alive.ts";
import { until } from "../support/until.ts";

let workspace: EngineWorkspace;

beforeAll(async () => {
  workspace = await createEngineWorkspace();
}, 600_000);

afterAll(async () => {
  await workspace.dispose();
});

test("a YAML program runs on the real engine", async () => {
  await workspace.project("yaml", {
    "Pulumi.yaml": "name: yaml\nruntime: yaml\noutputs:\n  greeting: hello from yaml\n",
  });
  expect(await workspace.pulumi(["stack", "init", "dev"])).toMatchObject({ code: 0 });

  const preview = await workspace.pulumi(["preview", "-s", "dev"]);

  expect(preview).toMatchObject({ code: 0, stderr: "" });
  expect(preview.stdout).toMatch(/greeting: "hello from yaml"/);
}, 120_000);

test("a Node program runs on the real engine, its configuration and stack included", async () => {
  const project = await workspace.project("node", {
    "Pulumi.yaml": "name: node\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n",
    "package.json": '{ "name": "node", "main": "index.js" }\n',
    "index.js": `const pulumi = require("@pulumi/pulumi");
const config = new pulumi.Config();
exports.greeting = "hello " + config.require("name") + " from " + pulumi.getStack();
exports.isSecret = config.requireSecret("word").apply((word) => word.length);
`,
  });
  await linkPulumiSdk(project);
  expect(await workspace.pulumi(["stack", "init", "dev"])).toMatchObject({ code: 0 });
  await workspace.pulumi(["config", "set", "name", "you", "-s", "dev"]);
  await workspace.pulumi(["config", "set", "--secret", "word", "abracadabra", "-s", "dev"]);

  const up = await workspace.pulumi(["up", "--yes", "-s", "dev"]);

  expect(up).toMatchObject({ code: 0, stderr: "" });
  expect(up.stdout).toMatch(/greeting: "hello you from dev"/);
  expect(up.stdout).toMatch(/isSecret: \[secret\]/);
  expect(await workspace.pulumi(["preview", "--expect-no-changes", "-s", "dev"])).toMatchObject({ code: 0 });
  expect(await workspace.pulumi(["destroy", "--yes", "-s", "dev"])).toMatchObject({ code: 0 });
}, 120_000);

test("a Node program that throws fails the preview with its own message, once", async () => {
  const project = await workspace.project("throwing", {
    "Pulumi.yaml": "name: throwing\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n",
    "index.js": `throw new Error("no such wine");\n`,
  });
  await linkPulumiSdk(project);
  await workspace.pulumi(["stack", "init", "dev"]);

  const preview = await workspace.pulumi(["preview", "-s", "dev"]);

  expect(preview.code).toBeGreaterThan(0);
  const output = preview.stdout + preview.stderr;
  expect(output).toContain("no such wine");
  expect(output).not.toContain("Program exited with");
}, 120_000);

test("a Node program without the Pulumi SDK is told to install it", async () => {
  await workspace.project("bare", {
    "Pulumi.yaml": "name: bare\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n",
    "index.js": "",
  });
  await workspace.pulumi(["stack", "init", "dev"]);

  const preview = await workspace.pulumi(["preview", "-s", "dev"]);

  expect(preview.code).toBeGreaterThan(0);
  expect(preview.stdout + preview.stderr).toContain("The Pulumi SDK is not installed; run `npm install`");
}, 120_000);

test("a command over its time limit is stopped and says what it had written", async () => {
  const project = await workspace.project("endless", {
    "Pulumi.yaml": "name: endless\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n",
    "index.js": `console.log("here we go");\nsetInterval(() => undefined, 1000);\n`,
  });
  await linkPulumiSdk(project);
  await workspace.pulumi(["stack", "init", "dev"]);

  await expect(workspace.pulumi(["preview", "-s", "dev"], { timeoutMs: 4_000 })).rejects.toThrow(
    /did not end within 4 s; it wrote:\n[^]*here we go/,
  );
}, 120_000);

test("a Node program ends when its engine is killed", async () => {
  const project = await workspace.project("orphan", {
    "Pulumi.yaml": "name: orphan\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n",
    "index.js": `require("fs").writeFileSync("pid", String(process.pid));\nsetInterval(() => undefined, 1000);\n`,
  });
  await linkPulumiSdk(project);
  await workspace.pulumi(["stack", "init", "dev"]);
  const preview = workspace.start(["preview", "-s", "dev"]);
  const program = await pidIn(join(project, "pid"));

  preview.signal("SIGKILL");

  expect((await preview.done).code).toBe(137);
  await until(() => !isAlive(program));
}, 60_000);

async function pidIn(file: string): Promise<number> {
  const read = (): Promise<string> => readFile(file, "utf8").catch(() => "");
  await until(async () => (await read()) !== "");
  return Number(await read());
}

async function linkPulumiSdk(project: string): Promise<void> {
  await mkdir(join(project, "node_modules/@pulumi"), { recursive: true });
  await symlink(
    join(process.cwd(), "node_modules/@pulumi/pulumi"),
    join(project, "node_modules/@pulumi/pulumi"),
  );
}
