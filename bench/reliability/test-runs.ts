import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Check } from "./check.ts";

interface JestResults {
  readonly numPassedTests: number;
  readonly numTotalTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

async function jest(name: string, files: readonly string[]): Promise<JestResults> {
  const output = join(".bench", `${name}.json`);
  const words = ["node_modules/jest/bin/jest.js", ...files, "--json", `--outputFile=${output}`];
  const child = spawn(process.execPath, words, { stdio: "ignore" });
  await once(child, "exit");
  const results: JestResults = JSON.parse(await readFile(output, "utf8"));
  return results;
}

async function run(goal: string, what: string, files: readonly string[]): Promise<Check> {
  const results = await jest(goal, files);
  const { numPassedTests: passed, numTotalTests: total } = results;
  return {
    goal,
    what,
    plugin: `${passed} of ${total} tests`,
    wanted: "all",
    met: total > 0 && passed === total && results.numRuntimeErrorTestSuites === 0,
  };
}

/** G1: all faults. */
export const faultMatrix = async (): Promise<readonly Check[]> => [
  await run("G1", "all faults; `npm test` also holds those that are not one call to a server", [
    "tests/faults",
  ]),
];

/** G8: secrets in anything that the plugin says; each scenario of G1 looks for them as well. */
export const secrets = async (): Promise<readonly Check[]> => [
  await run("G8", "secrets in anything said, in nine forms, with everything logged", ["tests/grpc/secrecy"]),
];

/** G9: histories of a list that changes while it is read. */
export const histories = async (): Promise<readonly Check[]> => [
  await run("G9", "histories of lists against servers of all models", ["tests/unit/images/read-listing"]),
];

/** G13: replies that were tampered with. */
export const mutatedReplies = async (): Promise<readonly Check[]> => [
  await run("G13", "100,000 mutated replies", ["tests/unit/.*hostile-replies"]),
];
