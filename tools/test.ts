import { buildPlugin } from "./build.ts";
import { check } from "./check.ts";
import { isStartedAs, runTool } from "./engine/failure.ts";
import { createReport } from "./engine/report.ts";
import { getEngine } from "./engine.ts";
import { runJest } from "./jest.ts";
import { installUserModules } from "./user/install.ts";

/** Makes ready what the tests run on, checks, and runs jest: `npm test`, with arguments only those test files. */
async function main(): Promise<void> {
  const report = createReport(process.stderr);
  const patterns = process.argv.slice(2);
  if (patterns.length === 0) await check();
  report.line("build: the plugin");
  await buildPlugin();
  report.line("build: the engine");
  await getEngine(report);
  await installUserModules(report);
  await runJest(patterns);
}

if (isStartedAs("test.ts")) runTool(main);
