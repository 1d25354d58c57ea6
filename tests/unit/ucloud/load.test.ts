import { expect, test } from "@jest/globals";
import { createSharedLimits } from "../../../provider/ucloud/shared-limits.ts";
import {
  type Load,
  type LoadOutcome,
  type ModelFault,
  type Rule,
  runLoad,
} from "../../support/ucloud/load-model.ts";

/** What the plugin does unless it is configured. */
const plugin: Rule = { name: "the plugin's", maxAttempts: 5, limits: createSharedLimits };

const outcomeOf = (load: Load): Promise<LoadOutcome> => runLoad(plugin, load, 7);

test.each<[string, readonly ModelFault[]]>([
  ["503, 153 and resets", ["503", "153", "reset"]],
  ["503 alone", ["503"]],
  ["resets alone", ["reset"]],
])("of 2,000 calls of two requests at 30 %% faults of %s, 99 %% succeed", async (_, faults) => {
  const { success } = await outcomeOf({ calls: 2000, requests: 2, faultRate: 0.3, faults, latencyMs: 5 });
  expect(success).toBeGreaterThanOrEqual(0.99);
});

test("of 400 calls of two requests 99 % succeed where 30 % of the responses are throttled by chance", async () => {
  const { success } = await outcomeOf({
    calls: 400,
    requests: 2,
    faultRate: 0.3,
    faults: ["153"],
    latencyMs: 50,
  });
  expect(success).toBeGreaterThanOrEqual(0.99);
});

test.each<[number, number, readonly ModelFault[]]>([
  [200, 1.175, ["503", "153", "reset"]],
  [1000, 1.035, ["503", "153", "reset"]],
  [200, 1.175, ["reset"]],
  [1000, 1.035, ["503"]],
])(
  "in an outage %i calls cost %d requests each, whatever it consists of: %j",
  async (calls, each, faults) => {
    const { requestsPerCall, success, totalMs } = await outcomeOf({
      calls,
      faultRate: 1,
      faults,
      latencyMs: 5,
    });
    expect([requestsPerCall, success]).toEqual([each, 0]);
    // The calls that come last do not wait for pauses of the first ones.
    expect(totalMs).toBeLessThan(10_000);
  },
);

test("the calls of a gateway that throttles everything wait for it and do not press it", async () => {
  const { requestsPerCall } = await outcomeOf({ calls: 1000, faultRate: 1, faults: ["153"], latencyMs: 5 });
  expect(requestsPerCall).toBeLessThan(0.05);
});

test.each([1, 200])(
  "at 30 %% faults the median call of %i at once takes at most three times as long as without",
  async (width) => {
    const load: Load = { calls: 200, requests: 2, latencyMs: 50, width };
    const free = await outcomeOf(load);
    const faulty = await outcomeOf({ ...load, faultRate: 0.3 });
    expect(faulty.medianMs / free.medianMs).toBeLessThanOrEqual(3);
  },
);

test("a gateway that takes 20 requests a second has most of 400 calls at once, and few more requests", async () => {
  const { success, requestsPerCall } = await outcomeOf({ calls: 400, perSecond: 20, latencyMs: 50 });
  expect(success).toBeGreaterThan(0.8);
  expect(requestsPerCall).toBeLessThan(2);
});
