import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "../../tools/process/run-command.ts";
import type { Check } from "./check.ts";

interface JestResults {
  readonly numPassedTests: number;
  readonly numTotalTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

async function jest(name: string, files: readonly string[]): Promise<JestResults> {
  const output = join(".bench", `${name}.json`);
  const words = ["node_modules/jest/bin/jest.js", ...files, "--json", `--outputFile=${output}`];
  await runCommand(process.execPath, words, { output: "dropped" });
  const results: JestResults = JSON.parse(await readFile(output, "utf8"));
  return results;
}

/** Goals that tests hold. Each file is a pattern of jest, and has to match some. */
export const testedGoals = {
  G1: {
    what: "all faults; `npm test` also holds those that are not one call to a server",
    files: ["tests/faults"],
  },
  // Each scenario of G1 looks for secrets as well.
  G8: {
    what: "secrets in anything said, in nine forms, with everything logged",
    files: ["tests/grpc/secrecy"],
  },
  G9: {
    what: "histories of lists against servers of all models",
    files: ["tests/unit/listings/read-listing"],
  },
  G13: { what: "100,000 mutated replies", files: ["tests/unit/.*hostile-replies"] },
} as const satisfies Readonly<Record<string, { readonly what: string; readonly files: readonly string[] }>>;

/** Runs the tests that hold a goal. */
export async function runTests(goal: keyof typeof testedGoals): Promise<readonly Check[]> {
  const { what, files } = testedGoals[goal];
  const { numPassedTests: passed, numTotalTests: total, ...results } = await jest(goal, files);
  return [
    {
      goal,
      what,
      plugin: `${passed} of ${total} tests`,
      wanted: "all",
      met: total > 0 && passed === total && results.numRuntimeErrorTestSuites === 0,
    },
  ];
}
