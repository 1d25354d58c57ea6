import { generateCatalogue } from "../../simulator/catalogue/generate-catalogue.ts";
import { mostWithin } from "../../tests/support/most-within.ts";
import { type SimulatorProcess, withSimulator } from "../speed/simulator.ts";
import { type Caller, type CallsOutcome, type IdCall, plugin, retryAgent, smithy } from "./callers.ts";
import { atOnce, type Check, percentile } from "./check.ts";

/** So many calls, each for images of its own. */
function idCalls(calls: number, requests = 1): readonly IdCall[] {
  const ids = generateCatalogue(calls * requests, 1).map(({ CompShareImageId }) => CompShareImageId);
  return Array.from({ length: calls }, (_, call) => ids.slice(call * requests, (call + 1) * requests));
}

interface Burst extends CallsOutcome {
  /** When each request came that had been asked before. */
  readonly retries: readonly number[];
  readonly requests: number;
}

async function burst(caller: Caller, simulator: SimulatorProcess, calls: readonly IdCall[]): Promise<Burst> {
  await simulator.control("DELETE", "requests");
  const outcome = await caller(simulator, calls);
  const { requests }: { requests: { readonly time: number; readonly params: object }[] } = JSON.parse(
    await simulator.control("GET", "requests"),
  );
  const seen = new Map<string, number>();
  const retries: number[] = [];
  for (const { params, time } of requests) {
    const question = JSON.stringify(params);
    const times = seen.get(question) ?? 0;
    if (times === 1) retries.push(time);
    seen.set(question, times + 1);
  }
  return { ...outcome, retries, requests: requests.length };
}

/** G2: success at random faults, for plugin and rivals; each has its own simulators. */
export async function success(): Promise<readonly Check[]> {
  return [...(await freshBursts()), await oneProcess()];
}

/** Bursts of 200 calls, each in a process that has sent nothing yet. */
async function freshBursts(): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const [rate, rounds, goal] of [
    [0.3, 15, 99],
    [0.1, 15, 99.9],
  ] as const) {
    const flags = ["--images", "200", "--quirk", `faultRate=${rate}`];
    const share = async (caller: Caller, times: number): Promise<number> => {
      const works = Array.from(
        { length: times },
        () => () => withSimulator(flags, (one) => burst(caller, one, idCalls(200))),
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

/** What a sustained disturbance makes of 2,000 calls of one process. */
async function oneProcess(): Promise<Check> {
  const calls = idCalls(2000, 2);
  const share = (caller: Caller): Promise<number> =>
    withSimulator(["--images", "4000", "--quirk", "faultRate=0.3"], async (simulator) => {
      const { done } = await caller(simulator, calls);
      return (done / calls.length) * 100;
    });
  const own = await share(plugin);
  return {
    goal: "G2",
    what: "success of 2000 calls of two requests at 30 % faults, all at once in one process",
    plugin: `${own.toFixed(2)} %`,
    undici: `${(await share(retryAgent)).toFixed(1)} %`,
    smithy: `${(await share(smithy)).toFixed(1)} %`,
    wanted: "at least 99 %",
    met: own >= 99,
  };
}

/** Faults of an outage: one kind, and the three that the simulator draws from by itself. */
const outages = [
  ["of HTTP 503", [{ httpStatus: 503 }]],
  ["of HTTP 503, RetCode 153 and resets", [{ httpStatus: 503 }, { retCode: 153 }, "reset"]],
] as const;

/** G3 and G4: requests a call in an outage, and how many first retries come within 50 ms. */
export async function outage(): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const [kind, faultMix] of outages) {
    for (const [calls, most] of [
      [200, 1.2],
      [1000, 1.04],
    ] as const) {
      const runs = await withSimulator(["--images", String(calls)], async (simulator) => {
        await simulator.control("PUT", "quirks", { faultRate: 1, faultMix });
        const all = idCalls(calls);
        const own = await burst(plugin, simulator, all);
        return [own, await burst(retryAgent, simulator, all), await burst(smithy, simulator, all)] as const;
      });
      const [own, undici, standard] = runs.map(({ requests }) => requests / calls) as [
        number,
        number,
        number,
      ];
      checks.push({
        goal: "G3",
        what: `requests a call in an outage ${kind}, ${calls} calls`,
        plugin: own.toFixed(3),
        undici: undici.toFixed(2),
        smithy: standard.toFixed(2),
        wanted: `at most ${most}`,
        met: own <= most,
      });
      if (calls === 200 && kind === "of HTTP 503") checks.push(herdCheck(runs));
    }
  }
  return checks;
}

function herdCheck(runs: readonly [Burst, Burst, Burst]): Check {
  const [herd, undici, standard] = runs.map(({ retries }) => mostWithin(50, retries)) as [
    number,
    number,
    number,
  ];
  return {
    goal: "G4",
    what: "first retries within 50 ms when 200 calls fail together",
    plugin: String(herd),
    undici: String(undici),
    smithy: String(standard),
    wanted: "at most 40",
    met: herd <= 40,
  };
}

/** G14: what faults cost those who wait: the median call at 30 % faults, and the end of an outage's last call. */
export async function waiting(): Promise<readonly Check[]> {
  const calls = idCalls(200, 2);
  const slowdown = (caller: Caller): Promise<number> =>
    withSimulator(["--images", "400", "--latency", "50"], async (simulator) => {
      const median = async (faultRate: number): Promise<number> => {
        await simulator.control("PUT", "quirks", { faultRate });
        return percentile((await caller(simulator, calls)).took, 0.5);
      };
      const free = await median(0);
      return (await median(0.3)) / free;
    });
  const own = await slowdown(plugin);
  const seconds = await withSimulator(["--images", "2000"], async (simulator) => {
    await simulator.control("PUT", "quirks", { faultRate: 1 });
    return Math.max(...(await plugin(simulator, idCalls(1000, 2))).took) / 1000;
  });
  return [
    {
      goal: "G14",
      what: "median call of two requests at 30 % faults, 200 at once, a response in 50 ms; without faults it is 1",
      plugin: own.toFixed(2),
      undici: (await slowdown(retryAgent)).toFixed(2),
      smithy: (await slowdown(smithy)).toFixed(2),
      wanted: "at most 3",
      met: own <= 3,
    },
    {
      goal: "G14",
      what: "1,000 calls in an outage of HTTP 503, RetCode 153 and resets have all failed after",
      plugin: `${seconds.toFixed(1)} s`,
      wanted: "at most 30 s",
      met: seconds <= 30,
    },
  ];
}
