import { inTurn, median, type Row } from "./measure.ts";
import { peakMegabytes, withPlugin } from "./plugin.ts";
import { type SimulatorProcess, withSimulator } from "./simulator.ts";

function peak(simulator: SimulatorProcess, before: () => Promise<unknown>): Promise<number> {
  return withPlugin(simulator, { cacheSeconds: 0 }, async (call, plugin) => {
    await call("getCompShareImages", {});
    await before();
    await call("getCompShareImages", {}).catch(() => undefined);
    return peakMegabytes(plugin);
  });
}

/** Peak memory of a plugin that meets an answer of 400 MB, less that of one that meets the usual answer, 5 rounds in turn. */
export async function hostile(): Promise<Row[]> {
  return withSimulator([], async (simulator) => {
    const [usual, bomb] = await inTurn(
      5,
      () => peak(simulator, async () => undefined),
      () => peak(simulator, () => simulator.control("POST", "faults", { fault: { bodyBytes: 400_000_000 } })),
    );
    const more = median(bomb) - median(usual);
    return [
      {
        work: "memory that a response of 400 MB costs",
        plugin: `${more.toFixed(0)} MB`,
        peer: `${median(usual).toFixed(0)} MB in all without it`,
        goal: "at most 32 MB",
        met: more <= 32,
      },
    ];
  });
}
