import { spawn } from "node:child_process";
import { once } from "node:events";

/** The simulator in a process of its own. */
export interface SimulatorProcess {
  readonly endpoint: string;
  /** Variables with which plugin and peer find it. */
  readonly environment: Readonly<Record<string, string>>;
  /** How many requests have come since the last look. */
  requests(): Promise<number>;
  /** Uses its remote control, for example `PUT` on `quirks`. */
  control(method: string, path: string, members?: object): Promise<string>;
}

/** Runs work against a simulator of its own, started with these flags. */
export async function withSimulator<Value>(
  flags: readonly string[],
  work: (simulator: SimulatorProcess) => Promise<Value>,
): Promise<Value> {
  const child = spawn(process.execPath, ["simulator/main.ts", ...flags], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const exit = once(child, "exit");
  try {
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    const ended = exit.then(() => {
      throw new Error("the simulator ended by itself");
    });
    ended.catch(() => undefined);
    while (!output.includes("COMPSHARE_PRIVATE_KEY")) await Promise.race([once(child.stdout, "data"), ended]);
    return await work(control(output));
  } finally {
    child.kill("SIGKILL");
    await exit;
  }
}

function control(output: string): SimulatorProcess {
  const environment = Object.fromEntries(
    [...output.matchAll(/export (\w+)=(\S+)/g)].map(([, name = "", value = ""]) => [name, value]),
  );
  const endpoint = environment["COMPSHARE_BASE_URL"] ?? "";
  const call = async (method: string, path: string, members?: object): Promise<string> => {
    const body = members === undefined ? null : JSON.stringify(members);
    const answer = await fetch(`${endpoint}/_simulator/${path}`, { method, body });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.text();
  };
  return {
    endpoint,
    environment,
    control: call,
    requests: async () => {
      const { requests }: { requests: unknown[] } = JSON.parse(await call("GET", "requests"));
      await call("DELETE", "requests");
      return requests.length;
    },
  };
}
