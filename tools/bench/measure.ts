import { spawn } from "node:child_process";
import { once } from "node:events";

/** A row of the table: figures as texts, since each kind of work has a unit of its own. */
export interface Row {
  readonly work: string;
  readonly plugin: string;
  readonly peer: string;
  readonly ratio: string;
  readonly goal: string;
  /** `undefined` where there was nothing to compare with. */
  readonly met: boolean | undefined;
}

/** The middle of some figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** How long something takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Runs pieces of work in turn, so that noise of the machine meets them alike; medians in milliseconds. */
export async function inTurn(runs: number, ...works: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const times = works.map((): number[] => []);
  for (let run = 0; run < runs; run += 1) {
    for (const [index, work] of works.entries()) times[index]?.push(await timed(work));
  }
  return times.map(median);
}

/** The simulator in a process of its own. */
export interface SimulatorProcess {
  readonly endpoint: string;
  readonly environment: Readonly<Record<string, string>>;
  /** How many requests it has answered since the last look. */
  requests(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts the simulator with these flags. */
export async function startSimulatorProcess(...flags: readonly string[]): Promise<SimulatorProcess> {
  const child = spawn(process.execPath, ["simulator/main.ts", ...flags], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  while (!output.includes("COMPSHARE_PRIVATE_KEY")) await once(child.stdout, "data");
  const environment = Object.fromEntries(
    [...output.matchAll(/export (\w+)=(\S+)/g)].map(([, name = "", value = ""]) => [name, value]),
  );
  const endpoint = environment["COMPSHARE_BASE_URL"] ?? "";
  return {
    endpoint,
    environment,
    requests: async () => {
      const answer = await fetch(`${endpoint}/_simulator/requests`);
      const { requests }: { requests: unknown[] } = JSON.parse(await answer.text());
      await fetch(`${endpoint}/_simulator/requests`, { method: "DELETE" });
      return requests.length;
    },
    stop: async () => {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

/** Runs work against a simulator of its own. */
export async function withSimulator<Value>(
  flags: readonly string[],
  work: (simulator: SimulatorProcess) => Promise<Value>,
): Promise<Value> {
  const simulator = await startSimulatorProcess(...flags);
  try {
    return await work(simulator);
  } finally {
    await simulator.stop();
  }
}
