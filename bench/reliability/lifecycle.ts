import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { startSimulator } from "../../simulator/simulator.ts";
import { type Plugin, pluginFile, startPlugin, stopPlugins } from "../../tests/support/plugin/plugin.ts";
import { account, configure, invoke } from "../../tests/support/plugin/plugin-calls.ts";
import { atOnce, type Check, percentile } from "./check.ts";

const surroundings = [
  {},
  { FORCE_COLOR: "1" },
  { NODE_OPTIONS: "--trace-warnings" },
  { LANG: "zh_CN.UTF-8" },
];

/** G12: starts with a clean port line, ends in time, and leaves no orphan. */
export async function lifecycle(): Promise<readonly Check[]> {
  return [...(await exits()), await orphans(), ...(await starts())];
}

async function starts(): Promise<readonly Check[]> {
  const works = Array.from(
    { length: 1000 },
    (_, index) => () => startOnce(surroundings[index % surroundings.length] ?? {}),
  );
  const results = await atOnce(2, works);
  const clean = results.filter(({ output }) => /^\d{1,5}\n$/.test(output)).length;
  const slowest = percentile(
    results.map(({ ms }) => ms),
    0.95,
  );
  return [
    {
      goal: "G12",
      what: "starts whose output is a bare port",
      plugin: `${clean} of ${results.length}`,
      wanted: "all",
      met: clean === results.length,
    },
    {
      goal: "G12",
      what: "from spawn to the port line, two at a time, p95",
      plugin: `${slowest.toFixed(0)} ms`,
      wanted: "at most 300 ms",
      met: slowest <= 300,
    },
  ];
}

async function startOnce(
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly output: string; readonly ms: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, [pluginFile, "127.0.0.1:1"], {
    stdio: ["ignore", "pipe", "ignore"],
    env: { PATH: process.env["PATH"], ...environment },
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
  const ms = performance.now() - start;
  await sleep(5);
  child.kill("SIGKILL");
  await once(child, "close");
  return { output, ms };
}

async function exits(): Promise<readonly Check[]> {
  const simulator = await startSimulator();
  const idle: number[] = [];
  const busy: number[] = [];
  for (const signals of [["SIGINT"], ["SIGTERM"], ["SIGINT", "SIGINT"]] as const) {
    const plugin = await startPlugin();
    idle.push(await timeToExit(plugin, signals));
    simulator.failNext("hang", 1000);
    const crowded = await startPlugin();
    await configure(crowded, { ...account(simulator), cacheSeconds: 0 });
    const calls = Array.from({ length: 200 }, (_, call) =>
      invoke(crowded, "getCompShareImages", { id: `x${call}` }),
    );
    for (const call of calls) call.catch(() => undefined);
    await sleep(300);
    busy.push(await timeToExit(crowded, signals));
  }
  await stopPlugins();
  await simulator.close();
  return [["idle", idle, 1000] as const, ["with 200 calls under way", busy, 2000] as const].map(
    ([what, times, most]) => ({
      goal: "G12",
      what: `exit after SIGINT, SIGTERM, and both, ${what}`,
      plugin: `${Math.max(...times).toFixed(0)} ms`,
      wanted: `at most ${most} ms, code 0`,
      met: Math.max(...times) <= most,
    }),
  );
}

async function timeToExit(plugin: Plugin, signals: readonly NodeJS.Signals[]): Promise<number> {
  const start = performance.now();
  for (const signal of signals) plugin.process.kill(signal);
  const { code } = await plugin.exit;
  return code === 0 ? performance.now() - start : Number.POSITIVE_INFINITY;
}

/** Stands for an engine: starts a plugin, says its process ID, and waits to be killed. */
const engine = `
  const { spawn } = require("node:child_process");
  const child = spawn(process.execPath, [${JSON.stringify(pluginFile)}, "127.0.0.1:1"], { stdio: ["ignore", "pipe", "ignore"] });
  child.stdout.once("data", () => console.log(child.pid));
  setInterval(() => {}, 1000);
`;

async function orphans(): Promise<Check> {
  const plugins = await atOnce(
    4,
    Array.from({ length: 100 }, () => async () => {
      const parent: ChildProcess = spawn(process.execPath, ["-e", engine], {
        stdio: ["ignore", "pipe", "ignore"],
      });
      const [line] = await once(parent.stdout ?? parent, "data");
      parent.kill("SIGKILL");
      return Number(String(line));
    }),
  );
  await sleep(2000);
  const left = (await Promise.all(plugins.map(isRunning))).filter(Boolean).length;
  return {
    goal: "G12",
    what: `plugins left 2 s after ${plugins.length} engines were killed`,
    plugin: String(left),
    wanted: "none",
    met: left === 0,
  };
}

/** Whether a process runs: one that has ended stays in the table until its new parent looks at it. */
async function isRunning(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return stat !== "" && !/\) [ZX] /.test(stat);
}
