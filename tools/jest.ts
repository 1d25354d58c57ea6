import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ToolFailure } from "./engine/failure.ts";
import { runCommand } from "./process/run-command.ts";

/** What jest counts in the file it writes. */
interface JestResults {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** Runs jest and says how many tests passed and failed; unless all have passed, and there are some, it is a failure. */
export async function runJest(words: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "compshare-test-"));
  try {
    const outputFile = join(folder, "results.json");
    const jest = ["node_modules/jest/bin/jest.js", ...words, "--json", `--outputFile=${outputFile}`];
    // jest's own report goes to stderr; its JSON on stdout is in the file too. Jest ends no test that does not wait.
    const options = { output: "errors shown", timeoutMs: 60 * 60_000 } as const;
    const { code } = await runCommand(process.execPath, jest, options);
    const results: JestResults = JSON.parse(await readFile(outputFile, "utf8"));
    const unfinished = results.numPendingTests + results.numTodoTests;
    // A test file that does not load has no tests that could fail, and a skipped test says nothing.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites + unfinished;
    process.stdout.write(`${results.numPassedTests} passed, ${failed} failed\n`);
    if (unfinished > 0)
      throw new ToolFailure(`${unfinished} tests are skipped or to do; a skipped test counts as failed`);
    if (code !== 0 || failed > 0 || results.numPassedTests === 0) throw new ToolFailure("tests failed");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
