import { buildPlugin } from "./build.ts";
import { isStartedAs, runTool } from "./engine/failure.ts";
import { createReport } from "./engine/report.ts";
import { getEngine } from "./engine.ts";
import { runJest } from "./jest.ts";
import { getPython } from "./python.ts";
import { installUserModules } from "./user/install.ts";

/** Runs the tests that need more than Node and Go: `npm run test:languages`. Where that is missing they fail. */
async function main(): Promise<void> {
  const report = createReport(process.stderr);
  report.line("build: the plugin");
  await buildPlugin();
  await getPython(report);
  // The demo's packages and the engine, which `npm test` makes ready for its own tests.
  await getEngine(report);
  await installUserModules(report);
  const patterns = process.argv.slice(2);
  // `npm test` passes these over. The option takes every word behind it, so it comes last.
  const wanted = patterns.length > 0 ? patterns : ["tests/languages"];
  await runJest([...wanted, "--testPathIgnorePatterns", "/node_modules/"]);
}

if (isStartedAs("test-languages.ts")) runTool(main);
