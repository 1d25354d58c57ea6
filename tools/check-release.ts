import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { pluginName } from "./build.ts";
import { isStartedAs, runTool } from "./engine/failure.ts";
import { createReport } from "./engine/report.ts";
import { getEngine } from "./engine.ts";
import { runJest } from "./jest.ts";
import { mustRun } from "./process/run-command.ts";
import { findEmulator } from "./release/emulator.ts";
import { ownTarget, readTargets } from "./release/targets.ts";
import { buildRelease, releaseArchive, releaseFolder } from "./release.ts";

/**
 * Builds the release twice and tests it: `npm run check:release`. With `--only linux-amd64` just that archive, and only
 * the tests that are about the archive of this machine.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: "string" } } });
  const report = createReport(process.stderr);
  await getEngine(report);
  const targets = await readTargets(values.only);
  for (const folder of [releaseFolder, `${releaseFolder}.again`])
    await buildRelease(targets, folder, (line) => report.line(line));
  const tests = values.only === undefined ? ["tests/release/"] : ["tests/release/[^/]*$"];
  const without = (await findEmulator()) === undefined ? ["tests/release/all/arm64"] : [];
  if (without.length > 0)
    report.line(
      "not run: the executable for arm64, since qemu-user-static or libstdc++6-arm64-cross is missing",
    );
  await runJest([...tests, "--testPathIgnorePatterns", "/node_modules/", ...without]);
  if (values.only === undefined) await testAsPlugin();
}

/** Runs the tests of the plugin as a process with the executable in its place. */
async function testAsPlugin(): Promise<void> {
  // A folder that every user may enter: some tests are those of a user that nobody knows.
  const folder = await mkdtemp(join(tmpdir(), "compshare-executable-"));
  try {
    await chmod(folder, 0o755);
    const { version }: { version: string } = JSON.parse(await readFile("package.json", "utf8"));
    const archive = join(releaseFolder, releaseArchive(version, ownTarget()));
    await mustRun(`tar could not read ${archive}`, "tar", ["-xzf", archive, "-C", folder]);
    process.env["COMPSHARE_PLUGIN"] = join(folder, pluginName);
    // Which Node.js a bundle may meet is of no interest to a file that has its own.
    await runJest(["tests/grpc/", "--testPathIgnorePatterns", "/node_modules/", "tests/grpc/start-version"]);
  } finally {
    delete process.env["COMPSHARE_PLUGIN"];
    await rm(folder, { recursive: true });
  }
}

if (isStartedAs("check-release.ts")) runTool(main);
