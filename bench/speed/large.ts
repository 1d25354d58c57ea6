import { pluginFile } from "../../tests/support/plugin/plugin.ts";
import { bareLoop } from "./bare-loop.ts";
import { inTurn, median, type Row, timed } from "./measure.ts";
import type { Peer } from "./peer.ts";
import { type Command, withProvider } from "./provider-process.ts";
import type { Rivals } from "./rivals.ts";
import { type SimulatorProcess, withSimulator } from "./simulator.ts";

interface Walk {
  readonly seconds: number;
  readonly requests: number;
  readonly megabytes: number;
  /** Of the whole process, its start included. */
  readonly processorSeconds: number;
}

const ours: Command = [process.execPath, pluginFile];

/** One listing by a fresh plugin; its response holds one image or all of them. */
function walk(
  command: Command,
  simulator: SimulatorProcess,
  inputs: { readonly limit?: number },
): Promise<Walk> {
  return withProvider(command, simulator.environment, async (provider) => {
    await provider.configure({ cacheSeconds: 0 });
    // The peer has loaded its libraries before its clock starts.
    await provider.invoke("getCompShareImageTags", {});
    await simulator.requests();
    const seconds = (await timed(() => provider.invoke("getCompShareImages", inputs))) / 1000;
    return {
      seconds,
      requests: await simulator.requests(),
      megabytes: await provider.peakMegabytes(),
      processorSeconds: await provider.processorSeconds(),
    };
  });
}

/** 20,000 rows at 50 ms, 3 rounds in turn: a walk by a fresh process of ours and of 0.1.0, the bare loop, the SDK's loop with Limit 100. */
export async function large(peer: Peer, { release }: Rivals): Promise<Row[]> {
  return withSimulator(["--images", "20000", "--latency", "50"], async (simulator) => {
    const released = (inputs: { readonly limit?: number }) => async () =>
      release && (await walk(release.command, simulator, inputs));
    const [one, all, oneBefore, allBefore, bare, sdk] = await inTurn(
      3,
      () => walk(ours, simulator, { limit: 1 }),
      () => walk(ours, simulator, {}),
      released({ limit: 1 }),
      released({}),
      async () => ({ ms: await timed(() => bareLoop(simulator)), requests: await simulator.requests() }),
      async () => await peer?.(simulator.environment, "by_limit", 100),
    );
    const floor = {
      seconds: median(bare.map(({ ms }) => ms)) / 1000,
      requests: median(bare.map(({ requests }) => requests)),
    };
    return [
      ...speedRows(middle(one, "seconds"), middle(sdk, "seconds"), floor.seconds),
      requestRow(middle(one, "requests"), floor.requests),
      memoryRow("one answered", middle(one, "megabytes"), middle(oneBefore, "megabytes"), 150),
      memoryRow("all answered", middle(all, "megabytes"), middle(allBefore, "megabytes"), 160),
      processorRow(middle(all, "processorSeconds"), middle(allBefore, "processorSeconds")),
    ];
  });
}

/** The middle of a figure; NaN where nothing was measured. */
function middle<Name extends string>(
  runs: readonly (Readonly<Record<Name, number>> | undefined)[],
  name: Name,
): number {
  return median(runs.map((run) => run?.[name] ?? Number.NaN));
}

function speedRows(seconds: number, sdk: number, floor: number): Row[] {
  const work = "20,000 rows at 50 ms";
  const plugin = `${seconds.toFixed(2)} s`;
  return [
    {
      work,
      plugin,
      goal: "at least 8 times faster",
      ...(!Number.isNaN(sdk) && {
        peer: `${sdk.toFixed(1)} s (Python SDK)`,
        ratio: `${(sdk / seconds).toFixed(1)} times faster`,
        met: sdk / seconds >= 8,
      }),
    },
    {
      work,
      plugin,
      peer: `${floor.toFixed(2)} s (bare undici loop)`,
      ratio: (seconds / floor).toFixed(2),
      goal: "at most 1.10",
      met: seconds / floor <= 1.1,
    },
  ];
}

function requestRow(requests: number, floor: number): Row {
  return {
    work: "requests for 20,000 rows",
    plugin: String(requests),
    peer: `${floor} (bare undici loop)`,
    ratio: (requests / floor).toFixed(3),
    goal: "at most 1.05",
    met: requests / floor <= 1.05,
  };
}

function memoryRow(what: string, megabytes: number, before: number, most: number): Row {
  return {
    work: `resident memory, 20,000 rows, ${what}`,
    plugin: `${megabytes.toFixed(0)} MB`,
    ...(!Number.isNaN(before) && {
      peer: `${before.toFixed(0)} MB (0.1.0)`,
      ratio: (megabytes / before).toFixed(2),
    }),
    goal: `at most ${most} MB`,
    met: megabytes <= most,
  };
}

function processorRow(seconds: number, before: number): Row {
  return {
    work: "processor time, 20,000 rows, all answered",
    plugin: `${seconds.toFixed(2)} s`,
    goal: "at most 0.35",
    ...(!Number.isNaN(before) && {
      peer: `${before.toFixed(2)} s (0.1.0)`,
      ratio: (seconds / before).toFixed(2),
      met: seconds / before <= 0.35,
    }),
  };
}
