import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { runCommand } from "../../tools/process/run-command.ts";
import { documentOf } from "../support/cli/documents-of.ts";
import { makeRepository, type Repository } from "../support/cli/repository.ts";
import { cliFile, runCli } from "../support/cli/run-cli.ts";
import { listeningPort } from "../support/listening-port.ts";
import { fileImage, fileOf, putFile } from "../support/listings/catalogue-files.ts";
import { until } from "../support/until.ts";

let repository: Repository;
beforeEach(async () => {
  repository = await makeRepository(false);
});
afterEach(() => repository.dispose());

const failedPreview = JSON.stringify({ steps: [], diagnostics: [{ severity: "error", message: "no" }] });

test.each([
  ["report --preview failed.json --json", 1, "compshare-report/1"],
  ["outdated --json --catalog compshare.catalog.json", 1, "compshare-outdated/1"],
  ["report --preview failed.json --json --comment github --pull-request 1", 1, "compshare-report/1"],
  ["find --json --catalog nope.json", 1, "compshare-error/1"],
  ["--json find --catalog nope.json", 1, "compshare-error/1"],
  ["--format json find --catalog nope.json", 1, "compshare-error/1"],
  ["--json fidn", 2, "compshare-error/1"],
])("%s prints one document and fails", async (words, code, schema) => {
  await repository.write({ "failed.json": failedPreview, "a.py": "# compshare: broken\nid = 'x'\n" });
  const environment = { GITHUB_REPOSITORY: "acme/shop" };
  const result = await runCli(words.split(" "), { cwd: repository.path, environment });
  expect({ code: result.code, document: documentOf(result.stdout) }).toMatchObject({
    code,
    document: { schema },
  });
  expect(result.stderr).toContain("error: ");
});

const lost = "error: not all of the output could be written (ENOSPC)\n";

test.each([
  ["completion bash >/dev/full", 1, lost],
  ["--help >/dev/full", 1, lost],
  // What there is to do has not been told, so it is not 7.
  [
    "update --check --catalog compshare.catalog.json >/dev/full",
    1,
    `1 line would change; nothing was written.\n${lost}`,
  ],
  ["completion bash --lang zh >/dev/full", 1, "错误：输出未能全部写出（ENOSPC）\n"],
  ["outdated 2>/dev/full", 1, ""],
  // A failure keeps the code of its own.
  ["fidn 2>/dev/full", 2, ""],
])("what %s loses is a failure", async (words, code, stderr) => {
  await putFile(repository.path, fileOf([fileImage("new", 2)]));
  if (words.startsWith("update"))
    await repository.write({ "a.py": "# compshare: name=new\nid = 'compshareImage-old'\n" });
  const command = `"${process.execPath}" "${cliFile}" ${words}`;
  const ended = await runCommand("sh", ["-c", command], { cwd: repository.path });
  expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code, stderr });
});

test.each(["update", "outdated", "browse --catalog /nope.json", "report --base main"])(
  "%s in a folder that has been deleted fails in one sentence",
  async (words) => {
    const script = `mkdir gone && cd gone && rm -r ../gone && exec "${process.execPath}" "${cliFile}" ${words}`;
    const { code, stderr } = await runCommand("sh", ["-c", script], { cwd: repository.path });
    const absent = 'CONFIGURATION_INVALID: the catalogue file "/nope.json" does not exist';
    const sentence = words.includes("/nope.json")
      ? absent
      : "the working folder does not exist any more; change to another one\n";
    expect({ code, lines: stderr.split("\n").length }).toEqual({ code: 1, lines: 2 });
    expect(stderr).toContain(`error: ${sentence}`);
  },
);

test("a call that takes longer than timeoutSeconds ends with exit code 9", async () => {
  const gateway = createServer(() => undefined).listen(0, "127.0.0.1");
  await once(gateway, "listening");
  const port = listeningPort(gateway);
  const settings = {
    "compshare:timeoutSeconds": { value: "1" },
    "compshare:baseUrl": { value: `http://127.0.0.1:${port}` },
    "compshare:publicKey": { value: "a" },
    "compshare:privateKey": { value: "b" },
  };
  await repository.write({ "bin/pulumi": `#!/bin/sh\ncat <<'END'\n${JSON.stringify(settings)}\nEND\n` });
  await chmod(join(repository.path, "bin/pulumi"), 0o755);
  const environment = { PATH: `${join(repository.path, "bin")}:${process.env["PATH"]}` };
  const result = await runCli(["find", "--stack", "dev", "--json"], { cwd: repository.path, environment });
  gateway.closeAllConnections();
  gateway.close();
  expect(result.code).toBe(9);
  expect(documentOf(result.stdout)).toMatchObject({ exitCode: 9, reason: "DEADLINE" });
});

/** Runs a command until `started` holds, and stops it as Ctrl-C does. */
async function stopped(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  started: (child: ChildProcess) => Promise<unknown>,
): Promise<{ readonly code: number | null; readonly stderr: string }> {
  const child = spawn(process.execPath, [cliFile, ...words], {
    cwd: repository.path,
    env: { PATH: process.env["PATH"] ?? "", HOME: "/nonexistent", ...environment },
  });
  let stderr = "";
  child.stderr.on("data", (data) => (stderr += String(data)));
  const closed = once(child, "close");
  await started(child);
  child.kill("SIGINT");
  // One that goes on must not outlive the test.
  const late = setTimeout(() => child.kill("SIGKILL"), 4000);
  await closed;
  clearTimeout(late);
  return { code: child.exitCode, stderr };
}

test.each(["outdated --stack dev", "find --stack dev"])("%s that is stopped is cancelled", async (words) => {
  await repository.write({ "bin/pulumi": "#!/bin/sh\n: > started\nexec sleep 60\n" });
  await chmod(join(repository.path, "bin/pulumi"), 0o755);
  const PATH = `${join(repository.path, "bin")}:${process.env["PATH"]}`;
  const ended = await stopped(words.split(" "), { PATH }, () =>
    until(async () => existsSync(join(repository.path, "started"))),
  );
  expect(ended).toEqual({
    code: 8,
    stderr: "error: CANCELLED: the call was stopped before it had a result\n",
  });
});

test("a comment that is stopped is cancelled", async () => {
  await repository.write({ "failed.json": failedPreview });
  const forge = createServer(() => undefined).listen(0, "127.0.0.1");
  await once(forge, "listening");
  const environment = {
    GITHUB_API_URL: `http://127.0.0.1:${listeningPort(forge)}`,
    GITHUB_REPOSITORY: "acme/shop",
    GITHUB_TOKEN: "token",
  };
  const words = ["report", "--preview", "failed.json", "--comment", "github", "--pull-request", "1"];
  const ended = await stopped(words, environment, () => once(forge, "request"));
  forge.closeAllConnections();
  forge.close();
  expect(ended).toEqual({
    code: 8,
    stderr: "error: CANCELLED: the call was stopped before it had a result\n",
  });
});

test("a command that is stopped while it waits for its standard input is cancelled", async () => {
  const ended = await stopped(["outdated", "-"], {}, async (child) => {
    // More than a pipe holds: it has been taken only when the command reads.
    await new Promise((resolve) => child.stdin?.write(" ".repeat(1_000_000), resolve));
  });
  expect(ended).toEqual({
    code: 8,
    stderr: "error: CANCELLED: the call was stopped before it had a result\n",
  });
});
