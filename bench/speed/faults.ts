import { generateCatalogue } from "../../simulator/catalogue/generate-catalogue.ts";
import { inTurn, median, type Row, timed } from "./measure.ts";
import type { Peer } from "./peer.ts";
import { withPlugin } from "./plugin.ts";
import { type SimulatorProcess, withSimulator } from "./simulator.ts";

const rounds = 5;

// The simulator makes the same catalogue for the same number of images. Each ID is a question of its own, which
// neither the cache nor a read under way can answer.
const ids = generateCatalogue(200, 1).map(({ CompShareImageId }) => CompShareImageId);

interface Burst {
  readonly done: number;
  readonly seconds: number;
  readonly requests: number;
}

/** 200 queries of different IDs at once, on a fresh plugin; an answer counts, whatever it says of the image. */
async function burst(simulator: SimulatorProcess): Promise<Burst> {
  return withPlugin(simulator, { cacheSeconds: 0 }, async (call) => {
    let done = 0;
    await simulator.requests();
    const ask = async (id: string): Promise<void> => {
      const inputs = { id, statuses: ["Available", "Offline"] };
      await call("getCompShareImages", inputs).then(
        () => (done += 1),
        () => undefined,
      );
    };
    const seconds = (await timed(() => Promise.all(ids.map(ask)))) / 1000;
    return { done, seconds, requests: await simulator.requests() };
  });
}

const percent = (done: readonly number[]): number =>
  (done.reduce((sum, one) => sum + one, 0) / (done.length * ids.length)) * 100;

/** Success at 30 % random faults (503, 153, reset), 5 rounds in turn: 200 calls at once; the SDK's one after another, without and with retries. Then requests a call when nothing but 503 comes. */
export async function faults(peer: Peer): Promise<Row[]> {
  const flags = ["--images", "200", "--quirk", "faultRate=0.3"];
  return withSimulator(flags, async (simulator) => {
    const sdk = (retries: number) => async () =>
      await peer?.(simulator.environment, "faults", retries, ...ids);
    const [own, plain, retrying] = await inTurn(rounds, () => burst(simulator), sdk(0), sdk(3));
    const success = percent(own.map((run) => run.done));
    const [without, withRetries] = [plain, retrying].map((runs) =>
      percent(runs.map((run) => run?.value ?? 0)).toFixed(0),
    );
    await simulator.control("PUT", "quirks", { faultRate: 1, faultMix: [{ httpStatus: 503 }] });
    const outage = (await burst(simulator)).requests / ids.length;
    const amplification = median(own.map((run) => run.requests)) / ids.length;
    const seconds = median(own.map((run) => run.seconds));
    return [
      {
        work: "success of 200 calls at 30 % faults",
        plugin: `${success.toFixed(1)} % in ${seconds.toFixed(1)} s`,
        ...(peer && { peer: `${without} %, with 3 retries ${withRetries} % (Python SDK)` }),
        goal: "at least 99 %",
        met: success >= 99,
      },
      {
        work: "requests a call at 30 % faults",
        plugin: amplification.toFixed(2),
        peer: `${(1 / 0.7).toFixed(2)} (each until it succeeds)`,
        ratio: (amplification * 0.7).toFixed(2),
      },
      {
        work: "requests a call in an outage, 200 calls",
        plugin: outage.toFixed(2),
        goal: "at most 1.20",
        met: outage <= 1.2,
      },
    ];
  });
}
