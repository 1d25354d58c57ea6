import { expect, test } from "@jest/globals";
import { readRetryAfter } from "../../../provider/ucloud/read-reply.ts";

const now = Date.UTC(2026, 6, 22, 8, 0, 0);

test.each([
  ["0", undefined, 0],
  ["2", undefined, 2000],
  ["86400", undefined, 86_400_000],
  ["999999999", undefined, 999_999_999_000],
  ["Wed, 22 Jul 2026 08:00:30 GMT", undefined, 30_000],
  // The server's clock is an hour ahead; what counts is the distance on that clock.
  ["Wed, 22 Jul 2026 09:00:05 GMT", "Wed, 22 Jul 2026 09:00:00 GMT", 5000],
])("Retry-After %j with Date %j is %i ms", (value, date, ms) => {
  expect(readRetryAfter(value, date, now)).toBe(ms);
});

test.each([
  [undefined],
  [""],
  ["-1"],
  ["1.5"],
  ["1e309"],
  ["NaN"],
  ["Infinity"],
  ["soon"],
  ["9999999999"],
  ["Wed, 22 Jul 2026 07:59:59 GMT"],
  ["Wed, 22 Jul 2026 08:00:00 GMT"],
])("Retry-After %j is nonsense or past, and counts as absent", (value) => {
  expect(readRetryAfter(value, undefined, now)).toBeUndefined();
});

test("a Date that cannot be read makes a Retry-After date meaningless", () => {
  expect(readRetryAfter("Wed, 22 Jul 2026 08:00:30 GMT", "yesterday", now)).toBeUndefined();
});
