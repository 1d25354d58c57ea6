import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { textTable } from "../provider/messages/text-table.ts";
import { isStartedAs, runTool, ToolFailure } from "../tools/engine/failure.ts";
import { runNpm } from "../tools/process/npm.ts";
import { mustRun } from "../tools/process/run-command.ts";
import { type Group, groups } from "./mutation/groups.ts";

/** What Stryker writes of the mutants of each file. */
interface StrykerReport {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

interface Score {
  readonly caught: number;
  readonly missed: number;
}

const threshold = 85;
const tool = "bench/mutation";
const work = ".bench/mutation";

/** Changes the plugin's code in thousands of small ways and counts which of them the tests notice, group by group. */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !Object.hasOwn(groups, name));
  if (unknown !== undefined)
    throw new ToolFailure(`unknown group ${unknown}; known are ${Object.keys(groups).join(", ")}`);
  const install = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", tool];
  await runNpm("npm could not install Stryker", install, { output: "shown" });
  await mkdir(work, { recursive: true });
  const table = [["group", "file", "noticed", "mutants", "score"]];
  const failed: string[] = [];
  for (const [name, group] of Object.entries(groups)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const scores = await mutate(name, group);
    for (const [file, score] of scores) table.push([name, file, ...columns(score)]);
    const whole = sum(scores.map(([, score]) => score));
    table.push([name, "(all)", ...columns(whole)]);
    if (percent(whole) < threshold) failed.push(`${name} ${percent(whole).toFixed(1)} %`);
  }
  console.log(textTable(table).join("\n"));
  if (failed.length > 0) throw new ToolFailure(`below ${threshold} %: ${failed.join(", ")}`);
}

async function mutate(
  name: string,
  { mutate, tests, withoutStatic = false }: Group,
): Promise<[string, Score][]> {
  const report = join(work, `${name}.report.json`);
  const configuration = {
    testRunner: "jest",
    coverageAnalysis: "perTest",
    concurrency: 2,
    mutate,
    ignoreStatic: withoutStatic,
    jest: {
      configFile: "jest.config.json",
      // Stryker runs jest again and again in one process, which the end of a run would end.
      config: { testMatch: tests.map((pattern) => `<rootDir>/${pattern}`), globalTeardown: null },
    },
    // Stryker rewrites a tsconfig.json with the compiler's JavaScript interface, which TypeScript 7 has not.
    ignorePatterns: ["dist", "sdk", "examples", "docs", ".engine", ".bench", "tsconfig.json"],
    tempDirName: join(work, "sandbox"),
    reporters: ["clear-text", "json"],
    clearTextReporter: { logTests: false, reportTests: false, reportScoreTable: false },
    jsonReporter: { fileName: report },
  };
  const path = join(work, `${name}.config.json`);
  await writeFile(path, JSON.stringify(configuration, null, 2));
  const stryker = join(tool, "node_modules/@stryker-mutator/core/bin/stryker.js");
  await mustRun("Stryker failed", process.execPath, [stryker, "run", path], { output: "shown" });
  const { files }: StrykerReport = JSON.parse(await readFile(report, "utf8"));
  return Object.entries(files).map(([file, { mutants }]) => [
    file,
    count(mutants.map(({ status }) => status)),
  ]);
}

/** A mutant that makes a test run for ever is noticed too; one that does not compile is none. */
function count(statuses: readonly string[]): Score {
  const of = (...wanted: string[]) => statuses.filter((status) => wanted.includes(status)).length;
  return { caught: of("Killed", "Timeout"), missed: of("Survived", "NoCoverage") };
}

function sum(scores: readonly Score[]): Score {
  return {
    caught: scores.reduce((total, { caught }) => total + caught, 0),
    missed: scores.reduce((total, { missed }) => total + missed, 0),
  };
}

function percent({ caught, missed }: Score): number {
  return (100 * caught) / (caught + missed);
}

function columns(score: Score): string[] {
  return [String(score.caught), String(score.caught + score.missed), `${percent(score).toFixed(1)} %`];
}

if (isStartedAs("mutation.ts")) runTool(main);
