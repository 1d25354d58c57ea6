import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectLightly, type LightClient } from "./light-client.ts";

/** How a provider is started: a command and its words. */
export type Command = readonly [string, ...string[]];

/** A provider that runs as a process of its own. */
export interface ProviderProcess extends LightClient {
  /** Largest resident memory so far, in MB; Linux tells it. */
  peakMegabytes(): Promise<number>;
  /** Processor time so far, in seconds; Linux tells it. */
  processorSeconds(): Promise<number>;
  /** Milliseconds since it was started. */
  age(): number;
  /** Asks it to end, as the engine does; milliseconds until it has. */
  leave(): Promise<number>;
}

/** Runs work on a provider as the engine would start it, in a home of its own. */
export async function withProvider<Value>(
  [command, ...words]: Command,
  environment: Readonly<Record<string, string>>,
  work: (provider: ProviderProcess) => Promise<Value>,
): Promise<Value> {
  const home = await mkdtemp(join(tmpdir(), "compshare-bench-"));
  const started = performance.now();
  const child = spawn(command, [...words, "127.0.0.1:1"], {
    env: { PATH: process.env["PATH"] ?? "", HOME: home, ...environment },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const exit = once(child, "exit");
  const [line] = await once(child.stdout.setEncoding("utf8"), "data");
  const client = connectLightly(Number(line));
  const proc = (file: string): Promise<string> =>
    readFile(`/proc/${child.pid}/${file}`, "utf8").catch(() => "");
  try {
    return await work({
      ...client,
      peakMegabytes: async () =>
        Number(/VmHWM:\s+(\d+)/.exec(await proc("status"))?.[1] ?? Number.NaN) / 1024,
      processorSeconds: async () => {
        // Behind the name, which may hold anything: user and system time in hundredths of a second.
        const fields = (await proc("stat")).split(") ").at(-1)?.split(" ") ?? [];
        return (Number(fields[11]) + Number(fields[12])) / 100;
      },
      age: () => performance.now() - started,
      leave: async () => {
        const start = performance.now();
        child.kill("SIGINT");
        await exit;
        return performance.now() - start;
      },
    });
  } finally {
    client.close();
    child.kill("SIGKILL");
    await exit;
    await rm(home, { recursive: true, force: true });
  }
}
