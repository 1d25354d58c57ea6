import { generateCatalogue } from "../../simulator/catalogue/generate-catalogue.ts";
import { type SimulatorProcess, withSimulator } from "../speed/simulator.ts";
import { type Caller, plugin, retryAgent, smithy } from "./callers.ts";
import { atOnce, type Check } from "./check.ts";

const ids = (calls: number): string[] =>
  generateCatalogue(calls, 1).map(({ CompShareImageId }) => CompShareImageId);

interface Burst {
  readonly done: number;
  /** When each request came that had been asked before. */
  readonly first: readonly number[];
  readonly requests: number;
}

async function burst(caller: Caller, simulator: SimulatorProcess, calls: number): Promise<Burst> {
  await simulator.control("DELETE", "requests");
  const done = await caller(simulator, ids(calls));
  const { requests }: { requests: { readonly time: number; readonly params: object }[] } = JSON.parse(
    await simulator.control("GET", "requests"),
  );
  const seen = new Map<string, number>();
  const first: number[] = [];
  for (const { params, time } of requests) {
    const question = JSON.stringify(params);
    const times = seen.get(question) ?? 0;
    if (times === 1) first.push(time);
    seen.set(question, times + 1);
  }
  return { done, first, requests: requests.length };
}

/** G2: success of bursts of 200 calls at random faults, for plugin and rivals; each has its own simulators. */
export async function success(): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const [rate, rounds, goal] of [
    [0.3, 15, 99],
    [0.1, 15, 99.9],
  ] as const) {
    const flags = ["--images", "200", "--quirk", `faultRate=${rate}`];
    const share = async (caller: Caller, times: number): Promise<number> => {
      const works = Array.from(
        { length: times },
        () => () => withSimulator(flags, (one) => burst(caller, one, 200)),
      );
      const bursts = await atOnce(5, works);
      return (bursts.reduce((sum, { done }) => sum + done, 0) / (times * 200)) * 100;
    };
    const own = await share(plugin, rounds);
    checks.push({
      goal: "G2",
      what: `success of ${rounds * 200} calls at ${rate * 100} % faults, 200 at once`,
      plugin: `${own.toFixed(2)} %`,
      undici: `${(await share(retryAgent, 5)).toFixed(1)} %`,
      smithy: `${(await share(smithy, 5)).toFixed(1)} %`,
      wanted: `at least ${goal} %`,
      met: own >= goal,
    });
  }
  return checks;
}

/** G3 and G4: requests a call in an outage, and how many first retries come within 50 ms. */
export async function outage(): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const [calls, most] of [
    [200, 1.2],
    [1000, 1.04],
  ] as const) {
    const runs = await withSimulator(["--images", String(calls)], async (simulator) => {
      await simulator.control("PUT", "quirks", { faultRate: 1, faultMix: [{ httpStatus: 503 }] });
      const own = await burst(plugin, simulator, calls);
      return [own, await burst(retryAgent, simulator, calls), await burst(smithy, simulator, calls)] as const;
    });
    const [own, undici, standard] = runs.map(({ requests }) => requests / calls) as [number, number, number];
    checks.push({
      goal: "G3",
      what: `requests a call in an outage, ${calls} calls`,
      plugin: own.toFixed(3),
      undici: undici.toFixed(2),
      smithy: standard.toFixed(2),
      wanted: `at most ${most}`,
      met: own <= most,
    });
    if (calls !== 200) continue;
    const [herd, undiciHerd, smithyHerd] = runs.map(({ first }) => mostWithin(50, first)) as [
      number,
      number,
      number,
    ];
    checks.push({
      goal: "G4",
      what: "first retries within 50 ms when 200 calls fail together",
      plugin: String(herd),
      undici: String(undiciHerd),
      smithy: String(smithyHerd),
      wanted: "at most 40",
      met: herd <= 40,
    });
  }
  return checks;
}

/** The largest number of moments that lie within so many milliseconds. */
function mostWithin(ms: number, times: readonly number[]): number {
  return Math.max(
    0,
    ...times.map((start) => times.filter((time) => time >= start && time < start + ms).length),
  );
}
