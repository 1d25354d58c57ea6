import { generateCatalogue } from "../../simulator/catalogue/generate-catalogue.ts";
import { pluginFile } from "../../tests/support/plugin/plugin.ts";
import { inTurn, median, type Row, timed } from "./measure.ts";
import type { Peer } from "./peer.ts";
import { type Command, withProvider } from "./provider-process.ts";
import type { Rivals } from "./rivals.ts";
import { type SimulatorProcess, withSimulator } from "./simulator.ts";

// The simulator makes the same catalogue for the same number of images.
const names = generateCatalogue(1000, 1)
  .filter(({ Status }) => Status === "Available")
  .slice(0, 200)
  .map(({ Name }) => Name);

interface Lookups {
  readonly seconds: number;
  readonly requests: number;
}

/** All at once on a fresh plugin, seen by a client that costs next to nothing itself. */
function lookAllUp(command: Command, simulator: SimulatorProcess): Promise<Lookups> {
  return withProvider(command, simulator.environment, async (provider) => {
    await provider.configure({});
    // The peer has loaded its libraries before its clock starts.
    await provider.invoke("getCompShareImageTags", {});
    await simulator.requests();
    const calls = () => Promise.all(names.map((name) => provider.invoke("getCompShareImage", { name })));
    return { seconds: (await timed(calls)) / 1000, requests: await simulator.requests() };
  });
}

/** 200 lookups of different names over 1,000 rows at 50 ms, 7 rounds in turn: all at once on a fresh plugin of ours and of 0.1.0; by the SDK one after another, 40 of them, times five. */
export async function lookups(peer: Peer, { release }: Rivals): Promise<Row[]> {
  return withSimulator(["--images", "1000", "--latency", "50"], async (simulator) => {
    const [own, released, sdk] = await inTurn(
      7,
      () => lookAllUp([process.execPath, pluginFile], simulator),
      async () => release && (await lookAllUp(release.command, simulator)),
      async () => await peer?.(simulator.environment, "lookups", ...names.slice(0, 40)),
    );
    const seconds = median(own.map((run) => run.seconds));
    const requests = median(own.map((run) => run.requests));
    const before = median(released.map((run) => run?.seconds ?? Number.NaN));
    const theirs = median(sdk.map((run) => run?.seconds ?? Number.NaN)) * 5;
    const work = "200 lookups by name, 1,000 rows at 50 ms";
    const plugin = `${seconds.toFixed(2)} s, ${requests} requests`;
    return [
      {
        work,
        plugin,
        goal: "one walk, at least 50 times faster",
        ...(peer && {
          peer: `${theirs.toFixed(1)} s, 200 requests (Python SDK, 40 measured)`,
          ratio: `${(theirs / seconds).toFixed(0)} times faster`,
          met: theirs / seconds >= 50 && requests < 20,
        }),
      },
      {
        work,
        plugin,
        ...(release && { peer: `${before.toFixed(2)} s (0.1.0)`, ratio: (seconds / before).toFixed(2) }),
      },
    ];
  });
}
