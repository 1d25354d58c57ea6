import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { Category } from "../../../provider/errors/compshare-error.ts";
import { createRetryQuota, type RetryQuota } from "../../../provider/ucloud/retry-quota.ts";

/** How many repetitions are paid for until no more are. */
function drain(quota: RetryQuota, category: Category): number {
  let times = 0;
  while (quota.take(category)) times += 1;
  return times;
}

test.each<[Category, number]>([
  ["transient", 35],
  ["retryOnce", 35],
  ["throttled", 100],
])("a full quota pays for %s failures %i times", (category, times) => {
  expect(drain(createRetryQuota(), category)).toBe(times);
});

test("a repetition that succeeds gives back what it cost", () => {
  const quota = createRetryQuota();
  drain(quota, "transient");
  quota.refund("transient");
  expect(drain(quota, "transient")).toBe(1);
  quota.refund("throttled");
  expect(drain(quota, "throttled")).toBeLessThanOrEqual(3);
});

test("calls that succeed at once fill an empty quota by one each", () => {
  const quota = createRetryQuota();
  // 500 is 35 times 14, and 10.
  drain(quota, "transient");
  for (let call = 0; call < 3; call += 1) quota.refund(undefined);
  expect(quota.take("transient")).toBe(false);
  quota.refund(undefined);
  expect(quota.take("transient")).toBe(true);
});

test("the quota never grows beyond what it was at first", () => {
  const quota = createRetryQuota();
  for (let call = 0; call < 1000; call += 1) quota.refund("transient");
  expect(drain(quota, "transient")).toBe(35);
});

test("however calls end, they are retried at most 35 times more than successes pay for", () => {
  const steps = fc.array(fc.constantFrom("fails", "succeeds"), { maxLength: 500 });
  fc.assert(
    fc.property(steps, (ends) => {
      const quota = createRetryQuota();
      let [repetitions, successes] = [0, 0];
      for (const end of ends) {
        if (end === "succeeds") {
          successes += 1;
          quota.refund("transient");
        } else if (quota.take("transient")) repetitions += 1;
      }
      expect(repetitions).toBeLessThanOrEqual(35 + successes);
    }),
  );
});
