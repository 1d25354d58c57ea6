import { generateCatalogue } from "../../simulator/catalogue/generate-catalogue.ts";
import { inTurn, median, type Row, timed } from "./measure.ts";
import type { Peer } from "./peer.ts";
import { warmUp, withPlugin } from "./plugin.ts";
import { withSimulator } from "./simulator.ts";

// The simulator makes the same catalogue for the same number of images.
const names = generateCatalogue(1000, 1)
  .filter(({ Status }) => Status === "Available")
  .slice(0, 200)
  .map(({ Name }) => Name);

/** 200 lookups of different names over 1,000 rows at 50 ms, 5 rounds in turn: all at once on a fresh plugin; by the SDK one after another, 40 of them, times five. */
export async function lookups(peer: Peer): Promise<Row[]> {
  return withSimulator(["--images", "1000", "--latency", "50"], async (simulator) => {
    const [own, sdk] = await inTurn(
      5,
      () =>
        withPlugin(simulator, {}, async (call) => {
          await warmUp(call);
          await simulator.requests();
          const seconds =
            (await timed(() => Promise.all(names.map((name) => call("getCompShareImage", { name }))))) / 1000;
          return { seconds, requests: await simulator.requests() };
        }),
      async () => await peer?.(simulator.environment, "lookups", ...names.slice(0, 40)),
    );
    const seconds = median(own.map((run) => run.seconds));
    const requests = median(own.map((run) => run.requests));
    const theirs = median(sdk.map((run) => run?.seconds ?? Number.NaN)) * 5;
    return [
      {
        work: "200 lookups by name, 1,000 rows at 50 ms",
        plugin: `${seconds.toFixed(2)} s, ${requests} requests`,
        goal: "one walk, at least 50 times faster",
        ...(peer && {
          peer: `${theirs.toFixed(1)} s, 200 requests (Python SDK, 40 measured)`,
          ratio: `${(theirs / seconds).toFixed(0)} times faster`,
          met: theirs / seconds >= 50 && requests < 20,
        }),
      },
    ];
  });
}
