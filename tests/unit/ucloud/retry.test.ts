import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { Category } from "../../../provider/errors/compshare-error.ts";
import { type FailedAttempt, retryDelay } from "../../../provider/ucloud/retry.ts";

const failed: FailedAttempt = {
  category: "transient",
  readsOnly: true,
  attempt: 1,
  maxAttempts: 4,
  remainingMs: 60_000,
  retryAfterMs: undefined,
};
const half = (): number => 0.5;

test.each<[Category, number, number | undefined]>([
  ["transient", 1, 50],
  ["transient", 2, 100],
  ["transient", 3, 200],
  ["transient", 4, undefined],
  ["throttled", 1, 500],
  ["throttled", 2, 1000],
  ["throttled", 3, 2000],
  ["throttled", 4, undefined],
  ["retryOnce", 1, 50],
  ["retryOnce", 2, undefined],
  ["caller", 1, undefined],
  ["access", 1, undefined],
  ["internal", 1, undefined],
  ["cancelled", 1, undefined],
])("a %s failure of attempt %i waits %p ms in the middle of its range", (category, attempt, delay) => {
  expect(retryDelay({ ...failed, category, attempt }, half)).toBe(delay);
});

test("no wait of our own is longer than 8 s, however often it was tried", () => {
  expect(retryDelay({ ...failed, attempt: 9, maxAttempts: 10 }, () => 0.999)).toBeCloseTo(7992);
  expect(
    retryDelay({ ...failed, category: "throttled", attempt: 5, maxAttempts: 10 }, () => 0.999),
  ).toBeCloseTo(7992);
});

test("the server's wish counts when it is longer than the wait of our own", () => {
  expect(retryDelay({ ...failed, retryAfterMs: 2000 }, half)).toBe(2000);
  expect(retryDelay({ ...failed, retryAfterMs: 20 }, half)).toBe(50);
});

test("a wait that does not end before the deadline is not begun", () => {
  expect(retryDelay({ ...failed, remainingMs: 50 }, half)).toBeUndefined();
  expect(retryDelay({ ...failed, remainingMs: 51 }, half)).toBe(50);
  expect(retryDelay({ ...failed, retryAfterMs: 86_400_000 }, half)).toBeUndefined();
  expect(retryDelay({ ...failed, remainingMs: -1 }, () => 0)).toBeUndefined();
});

test("one attempt alone is never retried", () => {
  for (const category of ["transient", "throttled", "retryOnce"] as const)
    expect(retryDelay({ ...failed, category, maxAttempts: 1 }, half)).toBeUndefined();
});

test("an action that changes something is never retried", () => {
  for (const category of ["transient", "throttled", "retryOnce"] as const)
    expect(retryDelay({ ...failed, category, readsOnly: false }, half)).toBeUndefined();
});

const attempts = fc.record({
  category: fc.constantFrom<Category>(
    "transient",
    "throttled",
    "retryOnce",
    "caller",
    "access",
    "internal",
    "cancelled",
  ),
  readsOnly: fc.constant(true),
  attempt: fc.integer({ min: 1, max: 2000 }),
  maxAttempts: fc.integer({ min: 1, max: 2000 }),
  remainingMs: fc.double({ min: -1e6, max: 1e7, noNaN: true }),
  retryAfterMs: fc.option(fc.double({ min: 0, max: 1e12, noNaN: true }), { nil: undefined }),
});
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test("a wait is never negative, never as long as the time left, never shorter than asked, and only for what may pass", () => {
  fc.assert(
    fc.property(attempts, random, (attempt, chance) => {
      const delay = retryDelay(attempt, () => chance);
      if (delay === undefined) return;
      expect(delay).toBeGreaterThanOrEqual(0);
      expect(delay).toBeLessThan(attempt.remainingMs);
      expect(delay).toBeGreaterThanOrEqual(attempt.retryAfterMs ?? 0);
      expect(["transient", "throttled", "retryOnce"]).toContain(attempt.category);
      expect(attempt.attempt).toBeLessThan(attempt.maxAttempts);
    }),
    { numRuns: 1000 },
  );
});
