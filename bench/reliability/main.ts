import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { textTable } from "../../provider/messages/text-table.ts";
import { outage, success, waiting } from "./bursts.ts";
import type { Check } from "./check.ts";
import { eventLoop } from "./event-loop.ts";
import { lifecycle } from "./lifecycle.ts";
import { memory } from "./memory.ts";
import { compareSigning } from "./signing.ts";
import { cancels, overshoot } from "./stalls.ts";
import { runTests } from "./test-runs.ts";

type Work = (seed: number) => Promise<readonly Check[]>;

/** Goals that are measured together: the first ones mostly wait, those of the second are one process each. */
const groups: readonly (readonly string[])[] = [
  ["G1", "G2", "G3"],
  ["G9", "G13"],
  ...["G5", "G6", "G7", "G8", "G10", "G11", "G12", "G14"].map((name) => [name]),
];

/** Each goal by its name; G4 comes with G3. */
const works: Readonly<Record<string, Work>> = {
  G1: () => runTests("G1"),
  G2: success,
  G3: outage,
  G5: overshoot,
  G6: cancels,
  G7: signing,
  G8: () => runTests("G8"),
  G9: () => runTests("G9"),
  G10: memory,
  G11: eventLoop,
  G12: lifecycle,
  G13: () => runTests("G13"),
  G14: waiting,
};

async function signing(seed: number): Promise<readonly Check[]> {
  const { cases, differences, seconds } = await compareSigning(seed);
  return [
    {
      goal: "G7",
      what: `signatures that differ from Python's, ${cases} random cases`,
      plugin: `${differences} in ${seconds.toFixed(1)} s`,
      wanted: "none",
      met: differences === 0,
    },
  ];
}

function line({ goal, what, plugin, undici = "", smithy = "", wanted, met }: Check): readonly string[] {
  return [goal, what, plugin, undici, smithy, wanted, met ? "yes" : "no"];
}

function version(name: string): string {
  const manifest: { version: string } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
  return manifest.version;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { seed: { type: "string" } },
    allowPositionals: true,
  });
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
  const unknown = positionals.find((name) => !Object.hasOwn(works, name));
  if (unknown !== undefined)
    throw new Error(`unknown goal ${unknown}; known are ${Object.keys(works).join(", ")}`);
  console.log(`seed ${seed}`);
  const checks: Check[] = [];
  const start = performance.now();
  for (const group of groups) {
    const wanted = group.filter((name) => positionals.length === 0 || positionals.includes(name));
    if (wanted.length === 0) continue;
    console.log(`${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${wanted.join(", ")}`);
    const found = wanted.map((name) => measure(name, seed));
    checks.push(...(await Promise.all(found)).flat());
  }
  checks.sort((one, other) => Number(one.goal.slice(1)) - Number(other.goal.slice(1)));
  const names = ["goal", "what", "plugin", "RetryAgent", "smithy", "wanted", "met"];
  console.log(`\n${textTable([names, ...checks.map(line)]).join("\n")}`);
  await mkdir(".bench", { recursive: true });
  const versions = { node: process.version, undici: version("undici"), smithy: version("@smithy/core") };
  const report = { seed, cores: availableParallelism(), versions, checks };
  console.log(`\nall in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  await writeFile(".bench/reliability.json", `${JSON.stringify(report, null, 2)}\n`);
  const failed = checks.filter(({ met }) => !met).length;
  console.log(`\nwrote .bench/reliability.json\n${checks.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

async function measure(name: string, seed: number): Promise<readonly Check[]> {
  try {
    return (await works[name]?.(seed)) ?? [];
  } catch (error) {
    return [broken(name, error)];
  }
}

/** The other figures are not lost with one that could not be measured. */
function broken(goal: string, error: unknown): Check {
  const plugin = error instanceof Error ? error.message : String(error);
  return { goal, what: "could not be measured", plugin, wanted: "a figure", met: false };
}

main().then(
  // Connections of rivals and servers may still be open.
  () => process.exit(),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
