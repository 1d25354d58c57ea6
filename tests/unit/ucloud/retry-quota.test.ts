import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { createRetryQuota, type RetryQuota } from "../../../provider/ucloud/retry-quota.ts";

/** How many retries are paid for until no more are. */
function drain(quota: RetryQuota): number {
  let times = 0;
  while (quota.spend()) times += 1;
  return times;
}

test("a full quota pays for 35 retries", () => {
  expect(drain(createRetryQuota())).toBe(35);
});

test("every success pays for one retry", () => {
  const quota = createRetryQuota();
  drain(quota);
  for (let success = 0; success < 3; success += 1) quota.earn();
  expect(drain(quota)).toBe(3);
});

test("the quota never grows beyond what it was at first", () => {
  const quota = createRetryQuota();
  for (let success = 0; success < 1000; success += 1) quota.earn();
  expect(drain(quota)).toBe(35);
});

test("where half of the requests succeed it never runs out", () => {
  const quota = createRetryQuota();
  for (let request = 0; request < 10_000; request += 1) {
    if (request % 2 === 0) expect(quota.spend()).toBe(true);
    else quota.earn();
  }
});

test("however calls end, they are retried at most 35 times more than they succeed", () => {
  const steps = fc.array(fc.constantFrom("fails", "succeeds"), { maxLength: 500 });
  fc.assert(
    fc.property(steps, (ends) => {
      const quota = createRetryQuota();
      let [retries, successes] = [0, 0];
      for (const end of ends) {
        if (end === "succeeds") {
          successes += 1;
          quota.earn();
        } else if (quota.spend()) retries += 1;
      }
      expect(retries).toBeLessThanOrEqual(35 + successes);
    }),
  );
});
