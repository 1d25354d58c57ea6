import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "@jest/globals";
import type { Simulator } from "../../../simulator/simulator.ts";
import { isAlive } from "../../support/is-alive.ts";
import { call } from "../../support/simulator/call-simulator.ts";
import { until } from "../../support/until.ts";

let child: ChildProcess | undefined;

afterEach(() => {
  child?.kill("SIGKILL");
});

interface Output {
  stdout: string;
  stderr: string;
}

function startMain(...words: string[]): { readonly started: ChildProcess; readonly output: Output } {
  const started = spawn(process.execPath, ["simulator/main.ts", ...words]);
  const output: Output = { stdout: "", stderr: "" };
  started.stdout.on("data", (chunk) => (output.stdout += String(chunk)));
  started.stderr.on("data", (chunk) => (output.stderr += String(chunk)));
  child = started;
  return { started, output };
}

test("the command prints lines to paste, logs each request, and ends at Ctrl-C although a request hangs", async () => {
  const { started, output } = startMain("--quirk", "clampLimit=7", "--images", "80");
  await until(() => output.stdout.split("\n").length === 4);
  const exports = [...output.stdout.matchAll(/^export (COMPSHARE_\w+)=(\S+)$/gm)].map(([, name, value]) => [
    name,
    value,
  ]);
  expect(exports.map(([name]) => name)).toEqual([
    "COMPSHARE_BASE_URL",
    "COMPSHARE_PUBLIC_KEY",
    "COMPSHARE_PRIVATE_KEY",
  ]);
  const [endpoint = "", publicKey = "", privateKey = ""] = exports.map(([, value]) => value);
  const remote = { endpoint, publicKey, privateKey } as Simulator;
  const response = await call(remote, { Offset: 0, Limit: 100 });
  expect([response.TotalCount, response.ImageSet.length]).toEqual([80, 21]);
  await until(() => output.stderr.includes("RetCode=0"));
  expect(output.stderr).toMatch(/^[\d:.]{12} DescribeCompShareImages Offset=0 Limit=100 RetCode=0 \d+ms$/m);
  expect(output.stderr).not.toMatch(/[0-9a-f]{40}/);
  await fetch(`${endpoint}/_simulator/faults`, { method: "POST", body: '{"fault":"hang"}' });
  const hanging = call(remote).catch(() => "ended");
  started.kill("SIGINT");
  expect(await once(started, "exit")).toEqual([0, null]);
  expect(await hanging).toBe("ended");
});

const programs = ["README.md", "README.zh-CN.md", "docs/simulator.md", "docs/simulator.zh-CN.md"].flatMap(
  (page) =>
    [...readFileSync(page, "utf8").matchAll(/^npm run --silent simulator.*$/gm)].map(
      ([line]) => [page, line.replace(/ > simulator\.env &$/, "")] as const,
    ),
);

test.each(programs)("the command of %s, %s, ends with what started it", async (_, line) => {
  // `kill $!` in a shell reaches npm alone.
  const [command = "", ...words] = line.split(" ");
  const npm = spawn(command, words, { shell: process.platform === "win32" });
  child = npm;
  let said = "";
  npm.stderr.on("data", (chunk) => (said += String(chunk)));
  await until(() => said.includes(" ends it."));
  const pid = Number(/^CompShare simulator is running as process (\d+);/m.exec(said)?.[1]);
  expect(process.kill(pid, 0)).toBe(true);
  npm.kill("SIGTERM");
  await until(() => !isAlive(pid));
});

test.each(["docs/simulator.md", "docs/simulator.zh-CN.md"])(
  "what the command says is shown in %s",
  async (page) => {
    const { started, output } = startMain();
    await until(() => output.stderr.includes("pulumi stack init"));
    const said = `${output.stdout}${output.stderr}`
      .replace(/:\d+$/m, ":37389")
      .replaceAll(String(started.pid), "4711");
    expect(readFileSync(page, "utf8")).toContain(`\`\`\`text\n${said}\`\`\`\n`);
  },
);

test("what the commands of the pages write into the clone is ignored by git", () => {
  const ignored = readFileSync(".gitignore", "utf8").split("\n");
  const written = ["README.md", "README.zh-CN.md"].flatMap((page) =>
    [...readFileSync(page, "utf8").matchAll(/ > (\S+) &$/gm)].map(([, file]) => file),
  );
  expect(written).toEqual(["simulator.env", "simulator.env"]);
  expect(ignored).toEqual(expect.arrayContaining(written));
});

test("a bad flag ends the command with a sentence that names what is allowed", async () => {
  const { started, output } = startMain("--quirk", "order=random");
  expect(await once(started, "close")).toEqual([1, null]);
  expect(output.stdout).toBe("");
  expect(output.stderr).toMatch(/^Quirk order cannot be "random"\. Allowed: stable, shuffled, /);
  expect(output.stderr).toContain("npm run simulator -- --help");
});

test("--help lists every flag and quirk", async () => {
  const { started } = startMain("--help");
  const shown = started.stdout === null ? "" : await text(started.stdout);
  for (const flag of ["--port", "--latency", "--images", "--quirk", "pageMode", "faultRate"])
    expect(shown).toContain(flag);
});
