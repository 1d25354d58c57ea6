import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { documentOf } from "../support/cli/documents-of.ts";
import { makeRepository, type Repository } from "../support/cli/repository.ts";
import { type CliResult, cliFile, runCli } from "../support/cli/run-cli.ts";
import { eventually } from "../support/plugin/eventually.ts";

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

/** Runs a command until `started` holds, and stops it as Ctrl-C does. */
async function stopped(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  started: () => Promise<unknown>,
): Promise<Omit<CliResult, "stdout">> {
  const child = spawn(process.execPath, [cliFile, ...words], {
    cwd: repository.path,
    env: { PATH: process.env["PATH"] ?? "", HOME: "/nonexistent", ...environment },
  });
  let stderr = "";
  child.stderr.on("data", (data) => (stderr += String(data)));
  const closed = once(child, "close");
  await started();
  child.kill("SIGINT");
  await closed;
  return { code: child.exitCode, stderr };
}

test.each(["outdated --stack dev", "find --stack dev"])("%s that is stopped is cancelled", async (words) => {
  await repository.write({ "bin/pulumi": "#!/bin/sh\n: > started\nexec sleep 60\n" });
  await chmod(join(repository.path, "bin/pulumi"), 0o755);
  const PATH = `${join(repository.path, "bin")}:${process.env["PATH"]}`;
  const ended = await stopped(words.split(" "), { PATH }, () =>
    eventually(async () => existsSync(join(repository.path, "started"))),
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
    GITHUB_API_URL: `http://127.0.0.1:${(forge.address() as AddressInfo).port}`,
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
