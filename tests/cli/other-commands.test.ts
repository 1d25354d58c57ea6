import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { summaries } from "../../cli/commands/summaries.ts";
import { startSimulator } from "../../simulator/simulator.ts";
import { mustRun } from "../../tools/process/run-command.ts";
import { documentOf } from "../support/cli/documents-of.ts";
import { cliFile, runCli } from "../support/cli/run-cli.ts";
import { createEngineWorkspace, type EngineWorkspace } from "../support/engine/engine.ts";
import { fileImage, fileOf } from "../support/listings/catalogue-files.ts";
import { environmentOf } from "../support/simulator/environment-of.ts";

jest.setTimeout(60_000);

let engine: EngineWorkspace;

beforeAll(async () => {
  engine = await createEngineWorkspace();
});
afterAll(() => engine.dispose());

test("--stack takes the stack's configuration, whose paths begin at the project's folder", async () => {
  const folder = await engine.project("configured", {
    "Pulumi.yaml": "name: configured\nruntime: yaml\n",
    "data/catalog.json": fileOf([], {
      listings: [{ source: "platform", region: "cn-sh2", images: [fileImage("vLLM v0.9", 9)] }],
    }),
    "deep/er/.keep": "",
  });
  for (const words of [
    ["stack", "init", "dev"],
    ["config", "set", "compshare:region", "cn-sh2"],
    ["config", "set", "compshare:catalogFile", "data/catalog.json"],
    ["config", "set", "--secret", "compshare:privateKey", "never shown"],
    ["config", "set", "other:region", "nowhere"],
  ])
    expect(await engine.pulumi(words)).toMatchObject({ code: 0 });
  const options = { environment: engine.env, cwd: `${folder}/deep/er` };
  const found = await runCli(["find", "--stack", "dev", "--json"], options);
  expect({ code: found.code, stderr: found.stderr }).toEqual({ code: 0, stderr: "" });
  expect(documentOf(found.stdout)).toMatchObject({ totalCount: 1, images: [{ name: "vLLM v0.9" }] });
  expect(found.stdout).not.toContain("never shown");
  const none = await runCli(["find", "--stack", "none"], options);
  const unknown = "no stack named 'none' found\n";
  expect(none).toMatchObject({
    code: 1,
    stderr: `error: pulumi cannot read the configuration of the stack "none": ${unknown}`,
  });
  const { stderr } = await runCli(["outdated", "--stack", "none"], options);
  expect(stderr).toBe(`error: pulumi cannot export the stack "none": ${unknown}`);
});

test("explain reads the listing once, also where nothing is cached, so that its steps and its choice agree", async () => {
  const actions: string[] = [];
  const simulator = await startSimulator({ onRequest: ({ action }) => void actions.push(action) });
  const cwd = await engine.project("uncached", { "Pulumi.yaml": "name: uncached\nruntime: yaml\n" });
  for (const words of [
    ["stack", "init", "dev"],
    ["config", "set", "compshare:cacheSeconds", "0"],
  ])
    expect(await engine.pulumi(words)).toMatchObject({ code: 0 });
  const environment = { ...engine.env, ...environmentOf(simulator) };
  const { stdout } = await runCli(["explain", "--name", "Ollama", "--stack", "dev"], { environment, cwd });
  await simulator.close();
  expect(stdout).toContain("72 images were read (region cn-wlcb, source platform): `name` leaves 1");
  expect(actions).toEqual(["DescribeCompShareImages", "DescribeCompShareImages"]);
});

test("--stack without pulumi on PATH says so", async () => {
  const { code, stderr } = await runCli(["find", "--stack", "dev"], {
    environment: { PATH: "/nonexistent" },
  });
  expect(code).toBe(1);
  expect(stderr).toBe('error: --stack "dev" is read with pulumi, which is not on PATH\n');
});

/** Starts a process and waits for a line of its output. */
async function started(command: string, words: readonly string[], ready: RegExp) {
  const child = spawn(command, words, { env: { PATH: process.env["PATH"] ?? "", HOME: "/nonexistent" } });
  let stdout = "";
  await new Promise<void>((resolve) => {
    child.stdout.on("data", (data) => {
      stdout += String(data);
      if (ready.test(stdout)) resolve();
    });
  });
  return { child, stdout };
}

test("simulate prints variables that find works with, and ends with a signal", async () => {
  const { child, stdout } = await started(process.execPath, [cliFile, "simulate"], /PRIVATE_KEY=.*\n/);
  const environment = Object.fromEntries(
    [...stdout.matchAll(/^export (\w+)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
  expect(Object.keys(environment)).toEqual([
    "COMPSHARE_BASE_URL",
    "COMPSHARE_PUBLIC_KEY",
    "COMPSHARE_PRIVATE_KEY",
  ]);
  expect(await runCli(["find", "--name", "Ollama", "--id-only"], { environment })).toMatchObject({ code: 0 });
  child.kill("SIGTERM");
  expect(await once(child, "close")).toEqual([0, null]);
});

test("simulate ends with the process that started it", async () => {
  const script = `"${process.execPath}" "${cliFile}" simulate --json & wait`;
  const { child, stdout } = await started("sh", ["-c", script], /"environment"[\s\S]*\n}\n/);
  expect(documentOf(stdout)).toMatchObject({ schema: "compshare-simulator/1" });
  // Its output stays open until it has ended as well.
  const closed = once(child, "close");
  child.kill("SIGKILL");
  expect(await closed).toEqual([null, "SIGKILL"]);
});

/** What bash offers for the last of some words. */
async function offered(words: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await runCli(["completion", "bash"]);
  const quoted = words.map((word) => `'${word}'`).join(" ");
  const ask = `COMP_WORDS=(compshare-images ${quoted}); COMP_CWORD=${words.length}; _compshare_images; echo "\${COMPREPLY[*]}"`;
  const bash = await mustRun("bash could not complete", "bash", ["-c", `${stdout}\n${ask}`]);
  return bash.stdout.trim().split(" ").filter(Boolean);
}

test.each([
  [["s"], ["snapshot", "simulate"]],
  [
    ["find", "--framework"],
    ["--framework", "--framework-version"],
  ],
  [
    ["--lang", "zh", "tags", "--source", "p"],
    ["platform", "published"],
  ],
  [["find", "--name", "x"], []],
  [
    ["find", "--format", ""],
    ["text", "json"],
  ],
  [
    ["report", "--format", ""],
    ["text", "json", "markdown", "github", "gitlab"],
  ],
  [["completion", "f"], ["fish"]],
  [["help", "sn"], ["snapshot"]],
])("bash completes %j to %j", async (words, expected) => {
  expect(await offered(words)).toEqual(expected);
});

test.each(["bash", "zsh", "fish"])("completion for %s names every command and flag", async (shell) => {
  const { code, stdout } = await runCli(["completion", shell]);
  expect(code).toBe(0);
  for (const name of Object.keys(summaries)) expect(stdout).toContain(name);
  for (const flag of ["name-contains", "most-recent", "catalog", "check", "latency"])
    expect(stdout).toContain(flag);
});

test("completion --json is one document with the script in it", async () => {
  const { stdout } = await runCli(["completion", "fish", "--json", "--lang", "zh"]);
  expect(documentOf(stdout)).toMatchObject({
    shell: "fish",
    script: expect.stringContaining("列出符合条件的镜像"),
  });
});
