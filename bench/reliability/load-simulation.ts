import { textTable } from "../../provider/messages/text-table.ts";
import { createRetryQuota, type RetryQuota } from "../../provider/ucloud/retry-quota.ts";
import { createSemaphore } from "../../provider/ucloud/semaphore.ts";
import { createSharedLimits, mostRequests } from "../../provider/ucloud/shared-limits.ts";
import {
  createThrottlePause,
  type Throttled,
  type ThrottlePause,
} from "../../provider/ucloud/throttle-pause.ts";
import { type Load, type LoadOutcome, type Rule, runLoad } from "../../tests/support/ucloud/load-model.ts";
import { isStartedAs, runTool } from "../../tools/engine/failure.ts";

/** A quota in which only a first attempt that succeeds pays a little, as it was until 0.1.0. */
const slowQuota = (): RetryQuota => {
  let left = 500;
  return {
    spend: () => {
      if (left < 14) return false;
      left -= 14;
      return true;
    },
    earn: () => {
      left = Math.min(500, left + 1);
    },
  };
};

/** A pause of all requests after each throttled response, as it was until 0.1.0. */
const eagerPause = (random: () => number): ThrottlePause => {
  let [until, bound, began] = [0, 125, Number.NEGATIVE_INFINITY];
  let last: Throttled | undefined;
  const current: ThrottlePause["current"] = (now) =>
    last !== undefined && now < until ? { until, failure: last } : undefined;
  return {
    current,
    admit: current,
    note: (now, failure) => {
      if (failure?.category !== "throttled") {
        if (failure === undefined) bound = Math.max(125, bound / 2);
        return;
      }
      last = failure as Throttled;
      if (now > began + 50) [bound, began] = [Math.min(8000, bound * 2), now];
      until = Math.max(until, now + bound * (0.5 + random() / 2));
    },
  };
};

const noPause = (): ThrottlePause => ({
  current: () => undefined,
  admit: () => undefined,
  note: () => undefined,
});

const limits =
  (quota: () => RetryQuota, pause: (random: () => number) => ThrottlePause): Rule["limits"] =>
  (random) => ({
    semaphore: createSemaphore(mostRequests),
    quota: quota(),
    pause: pause(random),
  });

const rules: readonly Rule[] = [
  { name: "the plugin's", maxAttempts: 5, limits: createSharedLimits },
  { name: "4 attempts", maxAttempts: 4, limits: createSharedLimits },
  { name: "first successes pay 1/14", maxAttempts: 5, limits: limits(slowQuota, createThrottlePause) },
  { name: "all pause at once", maxAttempts: 5, limits: limits(createRetryQuota, eagerPause) },
  { name: "no pause", maxAttempts: 5, limits: limits(createRetryQuota, noPause) },
];

const percent = ({ success }: LoadOutcome): string => `${(success * 100).toFixed(1)} %`;
const perCall = ({ requestsPerCall }: LoadOutcome): string => requestsPerCall.toFixed(3);
const seconds = ({ totalMs }: LoadOutcome): string => `${(totalMs / 1000).toFixed(0)} s`;

type Figure = (rule: Rule) => Promise<string>;

/** A figure over five seeds. */
const figure =
  (load: Load, show: (outcome: LoadOutcome) => string): Figure =>
  async (rule) => {
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map((seed) => runLoad(rule, load, seed * 100)));
    const mean = (pick: (outcome: LoadOutcome) => number): number =>
      outcomes.reduce((sum, outcome) => sum + pick(outcome), 0) / outcomes.length;
    return show({
      success: mean(({ success }) => success),
      requestsPerCall: mean(({ requestsPerCall }) => requestsPerCall),
      medianMs: mean(({ medianMs }) => medianMs),
      totalMs: mean(({ totalMs }) => totalMs),
    });
  };

/** The median call at 30 % faults, in those of a gateway without faults. */
const slowdown: Figure = async (rule) => {
  const load: Load = { calls: 200, requests: 2, latencyMs: 50 };
  const free = await runLoad(rule, load, 1);
  const show = ({ medianMs }: LoadOutcome): string => (medianMs / free.medianMs).toFixed(2);
  return figure({ ...load, faultRate: 0.3 }, show)(rule);
};

const figures: Readonly<Record<string, Figure>> = {
  "2,000 calls of two, 30 % mixed": figure(
    { calls: 2000, requests: 2, faultRate: 0.3, latencyMs: 5 },
    percent,
  ),
  "of 153 alone": figure(
    { calls: 400, requests: 2, faultRate: 0.3, faults: ["153"], latencyMs: 50 },
    percent,
  ),
  "outage, 200": figure({ calls: 200, faultRate: 1, latencyMs: 5 }, perCall),
  "1,000": figure({ calls: 1000, faultRate: 1, latencyMs: 5 }, perCall),
  takes: figure({ calls: 1000, faultRate: 1, latencyMs: 5 }, seconds),
  "median, 50 ms": slowdown,
  "400 calls, 20 a second": figure({ calls: 400, perSecond: 20, latencyMs: 50 }, percent),
  requests: figure({ calls: 400, perSecond: 20, latencyMs: 50 }, perCall),
};

/** Compares ways to share retries and pauses, with the plugin's own client and a simulated clock. */
async function compare(): Promise<void> {
  const rows = [["", ...Object.keys(figures)]];
  for (const rule of rules) {
    const cells: string[] = [];
    for (const one of Object.values(figures)) cells.push(await one(rule));
    rows.push([rule.name, ...cells]);
  }
  console.log(textTable(rows).join("\n"));
}

if (isStartedAs("load-simulation.ts")) runTool(compare);
