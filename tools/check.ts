import { spawn } from "node:child_process";
import { join } from "node:path";
import { isStartedAs, runTool, ToolFailure } from "./engine/failure.ts";
import { createReport } from "./engine/report.ts";
import { findDrift } from "./generate.ts";

const bin = "node_modules/.bin";

/** Everything that is checked without running the plugin, in the order in which it is quickest to know. */
const checks: readonly (readonly [string, readonly string[]])[] = [
  ["types", [join(bin, "tsc"), "--noEmit"]],
  ["format", [join(bin, "biome"), "check"]],
  ["lint and import ranks", [join(bin, "oxlint"), "--type-aware", "--deny-warnings"]],
];

/** Runs all checks and fails with the names of those that failed. */
export async function check(): Promise<void> {
  const report = createReport(process.stderr);
  const failed: string[] = [];
  for (const [name, [command, ...args]] of checks) {
    report.line(`check: ${name}`);
    if ((await exitCode(command ?? "", args)) !== 0) failed.push(name);
  }
  report.line("check: generated files");
  const drift = await findDrift(report);
  if (drift.length > 0) failed.push(`generated files, run \`npm run generate\` (${drift.join(", ")})`);
  if (failed.length > 0) throw new ToolFailure(`failed: ${failed.join("; ")}`);
}

function exitCode(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
    });
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

if (isStartedAs("check.ts")) runTool(check);
