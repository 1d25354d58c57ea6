import { isStartedAs, runTool, ToolFailure } from "./engine/failure.ts";
import { createReport } from "./engine/report.ts";
import { findDrift } from "./generate.ts";
import { runCommand } from "./process/run-command.ts";

/** Everything that is checked without running the plugin, in the order in which it is quickest to know. */
const checks: readonly (readonly [string, readonly string[]])[] = [
  ["types", ["node_modules/typescript/bin/tsc", "--noEmit"]],
  ["types of the page", ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "cli/browse/page"]],
  ["types of its tests", ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "tests/browser"]],
  ["format", ["node_modules/@biomejs/biome/bin/biome", "check"]],
  ["lint and import ranks", ["node_modules/oxlint/bin/oxlint", "--type-aware", "--deny-warnings"]],
];

/** Runs all checks and fails with the names of those that failed. */
export async function check(): Promise<void> {
  const report = createReport(process.stderr);
  const failed: string[] = [];
  for (const [name, args] of checks) {
    report.line(`check: ${name}`);
    const { code } = await runCommand(process.execPath, args, { output: "shown" });
    if (code !== 0) failed.push(name);
  }
  report.line("check: generated files");
  const drift = await findDrift(report);
  if (drift.length > 0) failed.push(`generated files, run \`npm run generate\` (${drift.join(", ")})`);
  if (failed.length > 0) throw new ToolFailure(`failed: ${failed.join("; ")}`);
}

if (isStartedAs("check.ts")) runTool(check);
