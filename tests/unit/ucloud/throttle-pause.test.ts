import { expect, test } from "@jest/globals";
import { TransportError } from "../../../provider/errors/transport-error.ts";
import { createThrottlePause, type ThrottlePause } from "../../../provider/ucloud/throttle-pause.ts";

const throttled = new TransportError({ reason: "HTTP_THROTTLED", status: 429 });
const asking = (retryAfterMs: number): TransportError =>
  new TransportError({ reason: "HTTP_RETRYABLE", status: 503, retryAfterMs });
const longestRandom = (): number => 1;

/** How long the pause lasts from a moment. */
function left(pause: ThrottlePause, now: number): number {
  return (pause.current(now)?.until ?? now) - now;
}

test("without a throttled response there is no pause", () => {
  const pause = createThrottlePause(longestRandom);
  pause.note(0, 10, undefined);
  pause.note(0, 10, new TransportError({ reason: "NET_RESET", systemCode: "ECONNRESET" }));
  pause.note(0, 10, new TransportError({ reason: "HTTP_RETRYABLE", status: 503 }));
  pause.note(0, 10, new TransportError({ reason: "HTTP_REFUSED", status: 404, retryAfterMs: 5000 }));
  expect(pause.current(10)).toBeUndefined();
});

test("a first pause is between an eighth and a quarter of a second, and keeps why it began", () => {
  for (const [random, ms] of [
    [0, 125],
    [0.5, 187.5],
    [1, 250],
  ] as const) {
    const pause = createThrottlePause(() => random);
    pause.note(0, 1000, throttled);
    expect(pause.current(1000)).toEqual({ until: 1000 + ms, failure: throttled });
    expect(pause.current(1000 + ms)).toBeUndefined();
  }
});

test("a pause doubles each time that a request after it is throttled again, up to 8 s", () => {
  const pause = createThrottlePause(longestRandom);
  const lengths: number[] = [];
  for (let now = 0; lengths.length < 8; now += 10_000) {
    pause.note(now, now, throttled);
    lengths.push(left(pause, now));
  }
  expect(lengths).toEqual([250, 500, 1000, 2000, 4000, 8000, 8000, 8000]);
});

test("requests that were under way when the pause began make it no longer", () => {
  const pause = createThrottlePause(longestRandom);
  for (const now of [100, 101, 102, 103]) pause.note(0, now, throttled);
  expect(left(pause, 103)).toBe(250);
  pause.note(400, 410, throttled);
  expect(left(pause, 410)).toBe(500);
});

test("each success after a pause halves the next one, down to the first length", () => {
  const pause = createThrottlePause(longestRandom);
  for (const now of [0, 1000, 2000, 4000]) pause.note(now, now, throttled);
  expect(left(pause, 4000)).toBe(2000);
  pause.note(6000, 6010, undefined);
  pause.note(6020, 6030, throttled);
  expect(left(pause, 6030)).toBe(2000);
  for (let success = 0; success < 20; success += 1) pause.note(9000, 9010, undefined);
  pause.note(9100, 9100, throttled);
  expect(left(pause, 9100)).toBe(250);
});

test("a success of a request that was sent before the pause says nothing", () => {
  const pause = createThrottlePause(longestRandom);
  pause.note(0, 100, throttled);
  pause.note(200, 400, throttled);
  for (let success = 0; success < 20; success += 1) pause.note(300, 500, undefined);
  pause.note(1000, 1000, throttled);
  expect(left(pause, 1000)).toBe(1000);
});

test("the server's wish is kept to, and a shorter one later does not shorten it", () => {
  const pause = createThrottlePause(longestRandom);
  pause.note(0, 100, asking(2000));
  pause.note(0, 200, throttled);
  pause.note(0, 300, asking(500));
  expect(left(pause, 300)).toBe(1800);
  pause.note(0, 400, asking(86_400_000));
  expect(left(pause, 400)).toBe(86_400_000);
});
