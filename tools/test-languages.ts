import { buildPlugin } from "./build.ts";
import { isStartedAs, runTool } from "./engine/failure.ts";
import { createReport } from "./engine/report.ts";
import { runJest } from "./jest.ts";
import { getPython } from "./python.ts";

/** Runs the tests that need more than Node and Go: `npm run test:languages`. Where that is missing they fail. */
async function main(): Promise<void> {
  const report = createReport(process.stderr);
  report.line("build: the plugin");
  await buildPlugin();
  await getPython(report);
  const patterns = process.argv.slice(2);
  // `npm test` passes these over. The option takes every word behind it, so it comes last.
  const wanted = patterns.length > 0 ? patterns : ["tests/languages"];
  await runJest([...wanted, "--testPathIgnorePatterns", "/node_modules/"]);
}

if (isStartedAs("test-languages.ts")) runTool(main);
