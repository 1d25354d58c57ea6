import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import {
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { transform } from "esbuild";
import { runCommand } from "../../../tools/process/run-command.ts";
import { isAlive } from "../../support/is-alive.ts";
import { until } from "../../support/until.ts";

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

const manifest: Manifest = JSON.parse(readFileSync("package.json", "utf8"));
const nodes = Object.keys(manifest.optionalDependencies);
const here = `${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;

let root: string;
const started: ChildProcess[] = [];

// A checkout with a script of its own, and with every package but those of Node.js.
beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), "compshare-start-")));
  await mkdir(join(root, "tools"));
  for (const file of ["package.json", "package-lock.json", "tools/start.cjs"])
    await copyFile(file, join(root, file));
  await link("node_modules", nodes);
  await writeFile(
    join(root, "hello.ts"),
    `const words: string[] = process.argv.slice(1);
    console.log(JSON.stringify({ words, pid: process.pid, node: process.versions.node }));
    process.exitCode = Number(words[1] ?? 0);`,
  );
});

afterEach(async () => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  await rm(root, { recursive: true, maxRetries: 3 });
});

/** Links what a folder of packages holds into the checkout, without some of it. */
async function link(folder: string, without: readonly string[]): Promise<void> {
  await mkdir(join(root, folder), { recursive: true });
  for (const name of await readdir(folder)) {
    const path = `${folder}/${name}`;
    if (without.some((each) => `node_modules/${each}`.startsWith(`${path}/`))) await link(path, without);
    else if (!without.includes(path.slice("node_modules/".length)))
      await symlink(join(process.cwd(), path), join(root, path));
  }
}

/** A file that makes node believe something else of itself before it starts. */
async function believing(code: string): Promise<string[]> {
  const file = join(root, "believing.cjs");
  await writeFile(file, code);
  return ["--require", file];
}

const version20 =
  'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.20.2" } });';
const onMusl = "process.report.getReport = () => ({ header: {} });";

function start(flags: readonly string[], ...words: readonly string[]) {
  const { npm_lifecycle_event: _, ...env } = process.env;
  return runCommand(process.execPath, [...flags, "tools/start.cjs", ...words], { cwd: root, env });
}

test("every npm script begins with the starter", () => {
  for (const script of Object.values(manifest.scripts)) expect(script).toMatch(/^node tools\/start\.cjs /);
});

test("the starter keeps to syntax that Node.js 12 reads", async () => {
  const text = await readFile("tools/start.cjs", "utf8");
  const [old, recent] = await Promise.all(
    ["node12.20", "esnext"].map((target) =>
      transform(text, { target, format: "cjs", supported: { "dynamic-import": true } }),
    ),
  );
  expect(old?.code).toBe(recent?.code);
});

test("a script runs in the process of the starter, with its words and its exit code", async () => {
  const { code, stdout, stderr } = await start([], "hello.ts", "3", "two words");
  expect({ code, stderr }).toEqual({ code: 3, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({ words: [join(root, "hello.ts"), "3", "two words"] });
});

test("a script that cannot be loaded ends with 1 and the error", async () => {
  const { code, stderr } = await start([], "nowhere.ts");
  expect(code).toBe(1);
  expect(stderr).toContain("ERR_MODULE_NOT_FOUND");
});

test("an old Node.js without the one of npm is told in one line, with what to do", async () => {
  expect(await start(await believing(version20), "hello.ts")).toEqual({
    code: 1,
    stdout: "",
    stderr: nodes.some((name) => name.endsWith(here))
      ? `error: the scripts need Node.js 22.19 or newer, and ${process.execPath} is 20.20.2: run \`npm ci\` without --omit=optional, which brings one, or install Node.js 22.19 or newer\n`
      : `error: the scripts need Node.js 22.19 or newer, and ${process.execPath} is 20.20.2; npm has none for ${here}: install Node.js 22.19 or newer\n`,
  });
});

test("an old Node.js on musl is told that npm has none for it", async () => {
  const { code, stderr } = await start(await believing(version20 + onMusl), "hello.ts");
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: `error: the scripts need Node.js 22.19 or newer, and ${process.execPath} is 20.20.2; npm has none for musl: install Node.js 22.19 or newer, for example with the image node:24-alpine\n`,
  });
});

test("an old Node.js leaves the script to the one that npm has installed", async () => {
  const folder = join(root, "node_modules", nodes[0] ?? "", "bin");
  await mkdir(folder, { recursive: true });
  await symlink(process.execPath, join(folder, process.platform === "win32" ? "node.exe" : "node"));
  const { code, stdout, stderr } = await start(await believing(version20), "hello.ts", "3");
  expect({ code, stderr }).toEqual({ code: 3, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({ node: process.versions.node });
});

test("a Node.js of npm that does not run here counts for nothing", async () => {
  const folder = join(root, "node_modules", nodes[0] ?? "", "bin");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "node"), "for another libc", { mode: 0o755 });
  const { code, stderr } = await start(await believing(version20), "hello.ts");
  expect(code).toBe(1);
  expect(stderr).toMatch(/^error: the scripts need Node\.js 22\.19 or newer, and .*\n$/);
});

test("packages that are not installed are told in one line", async () => {
  await rm(join(root, "node_modules"), { recursive: true });
  expect(await start([], "hello.ts")).toMatchObject({
    code: 1,
    stderr: "error: the packages of this repository are not installed: run `npm ci`\n",
  });
});

test("a package that is not installed is named", async () => {
  await rm(join(root, "node_modules/esbuild"));
  expect(await start([], "hello.ts")).toMatchObject({
    code: 1,
    stderr: "error: esbuild not installed: run `npm ci`\n",
  });
});

test("native parts that --omit=optional left out are told in one line", async () => {
  await rm(join(root, "node_modules/@esbuild"), { recursive: true });
  const { code, stderr } = await start([], "hello.ts");
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^error: native parts of packages are missing \(@esbuild\/[\w-]+\): run `npm ci` on this machine, without --omit=optional\n$/,
  );
});

/** Starts, as npm does, a shell that starts a script; gives the script's process. */
async function startAsNpm(): Promise<{
  readonly npm: ChildProcess;
  readonly shell: number;
  readonly script: number;
}> {
  await writeFile(join(root, "endless.ts"), "console.log(process.pid); setInterval(() => undefined, 1000);");
  const npm = spawn(
    process.execPath,
    [
      "-e",
      `const shell = require("child_process").spawn("sh", ["-c", '"$0" tools/start.cjs endless.ts; true', process.execPath], { stdio: "inherit" });
      console.log(shell.pid);
      setInterval(() => undefined, 1000);`,
    ],
    {
      cwd: root,
      env: { ...process.env, npm_lifecycle_event: "endless" },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  started.push(npm);
  let text = "";
  npm.stdout.on("data", (chunk) => (text += String(chunk)));
  while (text.split("\n").length < 3) await once(npm.stdout, "data");
  const [shell = 0, script = 0] = text.split("\n").map(Number);
  return { npm, shell, script };
}

test("a script ends when npm ends the shell between them", async () => {
  const { shell, script } = await startAsNpm();
  process.kill(shell, "SIGTERM");
  await until(() => !isAlive(script));
});

test("a script ends when npm is killed and the shell between them is not", async () => {
  // Who started the shell is known on Linux only.
  const { npm, shell, script } = await startAsNpm();
  npm.kill("SIGKILL");
  if (process.platform !== "linux") process.kill(shell, "SIGTERM");
  await until(() => !isAlive(script));
});
