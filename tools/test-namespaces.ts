import { buildPlugin } from "./build.ts";
import { isStartedAs, runTool } from "./engine/failure.ts";
import { createReport } from "./engine/report.ts";
import { runJest } from "./jest.ts";

/** Runs the tests that need a network or mounts of their own: `npm run test:namespaces`. Where there are none they fail. */
async function main(): Promise<void> {
  createReport(process.stderr).line("build: the plugin");
  await buildPlugin();
  const patterns = process.argv.slice(2);
  // `npm test` passes these over. The option takes every word behind it, so it comes last.
  const wanted = patterns.length > 0 ? patterns : ["tests/namespaces"];
  await runJest([...wanted, "--testPathIgnorePatterns", "/node_modules/"]);
}

if (isStartedAs("test-namespaces.ts")) runTool(main);
