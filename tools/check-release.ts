import { parseArgs } from "node:util";
import { isStartedAs, runTool } from "./engine/failure.ts";
import { createReport } from "./engine/report.ts";
import { getEngine } from "./engine.ts";
import { runJest } from "./jest.ts";
import { readTargets } from "./release/targets.ts";
import { buildRelease, releaseFolder } from "./release.ts";

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
  await runJest([...tests, "--testPathIgnorePatterns", "/node_modules/"]);
}

if (isStartedAs("check-release.ts")) runTool(main);
