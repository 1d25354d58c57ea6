import { readFile } from "node:fs/promises";
import { type Plugin, startPlugin, stopPlugins } from "../../tests/support/plugin/plugin.ts";
import { configure, invoke, type Members } from "../../tests/support/plugin/plugin-calls.ts";
import type { SimulatorProcess } from "./simulator.ts";

/** Calls a function of the plugin; failures are thrown. */
export type Call = (name: string, inputs: Members) => Promise<Members>;

/** Runs work on a plugin that has been started and configured, in a process of its own. */
export async function withPlugin<Value>(
  simulator: SimulatorProcess,
  configuration: Members,
  work: (call: Call, plugin: Plugin) => Promise<Value>,
): Promise<Value> {
  const plugin = await startPlugin({ environment: simulator.environment });
  try {
    await configure(plugin, configuration);
    return await work(async (name, inputs) => {
      const { outputs, failures } = await invoke(plugin, name, inputs);
      if (failures.length > 0) throw new Error(failures.join("; "));
      return outputs;
    }, plugin);
  } finally {
    await stopPlugins();
  }
}

/** Largest resident memory of a process so far, in MB; Linux tells it. */
export async function peakMegabytes({ process: { pid } }: Plugin): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
