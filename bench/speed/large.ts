import { bareLoop } from "./bare-loop.ts";
import { inTurn, median, type Row, timed } from "./measure.ts";
import type { Peer } from "./peer.ts";
import { peakMegabytes, warmUp, withPlugin } from "./plugin.ts";
import { type SimulatorProcess, withSimulator } from "./simulator.ts";

interface Walk {
  readonly seconds: number;
  readonly requests: number;
  readonly megabytes: number;
}

/** One listing by a fresh plugin; its answer holds one image or all of them. */
function walk(simulator: SimulatorProcess, inputs: { readonly limit?: number }): Promise<Walk> {
  return withPlugin(simulator, { cacheSeconds: 0 }, async (call, plugin) => {
    await warmUp(call);
    await simulator.requests();
    const seconds = (await timed(() => call("getCompShareImages", inputs))) / 1000;
    return { seconds, requests: await simulator.requests(), megabytes: await peakMegabytes(plugin) };
  });
}

/** 20,000 rows at 50 ms, 3 rounds in turn: the plugin's walk in a fresh process, the bare loop, the SDK's loop with Limit 100. */
export async function large(peer: Peer): Promise<Row[]> {
  return withSimulator(["--images", "20000", "--latency", "50"], async (simulator) => {
    const [own, whole, bare, sdk] = await inTurn(
      3,
      () => walk(simulator, { limit: 1 }),
      () => walk(simulator, {}),
      async () => ({ ms: await timed(() => bareLoop(simulator)), requests: await simulator.requests() }),
      async () => await peer?.(simulator.environment, "by_limit", 100),
    );
    const seconds = median(own.map((run) => run.seconds));
    const requests = median(own.map((run) => run.requests));
    const floor = median(bare.map((run) => run.ms)) / 1000;
    const floorRequests = median(bare.map((run) => run.requests));
    const sdkSeconds = median(sdk.map((run) => run?.seconds ?? Number.NaN));
    const sdkMegabytes = median(sdk.map((run) => run?.megabytes ?? Number.NaN));
    const work = "20,000 rows at 50 ms";
    return [
      {
        work,
        plugin: `${seconds.toFixed(2)} s`,
        goal: "at least 8 times faster",
        ...(peer && {
          peer: `${sdkSeconds.toFixed(1)} s (Python SDK)`,
          ratio: `${(sdkSeconds / seconds).toFixed(1)} times faster`,
          met: sdkSeconds / seconds >= 8,
        }),
      },
      {
        work,
        plugin: `${seconds.toFixed(2)} s`,
        peer: `${floor.toFixed(2)} s (bare undici loop)`,
        ratio: (seconds / floor).toFixed(2),
      },
      {
        work: "requests for 20,000 rows",
        plugin: String(requests),
        peer: `${floorRequests} (bare undici loop)`,
        ratio: (requests / floorRequests).toFixed(3),
        goal: "at most 1.05",
        met: requests / floorRequests <= 1.05,
      },
      memoryRow("resident memory, 20,000 rows, one answered", own, peer && sdkMegabytes),
      memoryRow("resident memory, 20,000 rows, all answered", whole, peer && sdkMegabytes),
    ];
  });
}

function memoryRow(work: string, runs: readonly Walk[], sdk: number | undefined): Row {
  const megabytes = median(runs.map((run) => run.megabytes));
  return {
    work,
    plugin: `${megabytes.toFixed(0)} MB`,
    ...(sdk !== undefined && { peer: `${sdk.toFixed(0)} MB (Python SDK)` }),
    goal: "at most 150 MB",
    met: megabytes <= 150,
  };
}
