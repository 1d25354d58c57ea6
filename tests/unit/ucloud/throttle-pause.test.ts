import { expect, test } from "@jest/globals";
import { ApiError } from "../../../provider/errors/api-error.ts";
import type { CompShareError } from "../../../provider/errors/compshare-error.ts";
import { ResponseShapeError } from "../../../provider/errors/response-shape-error.ts";
import { TransportError } from "../../../provider/errors/transport-error.ts";
import { retCodeMeaning } from "../../../provider/ucloud/ret-codes.ts";
import { createThrottlePause, type ThrottlePause } from "../../../provider/ucloud/throttle-pause.ts";

const throttled = new TransportError({ reason: "HTTP_THROTTLED", status: 429 });
const busy = new TransportError({ reason: "HTTP_RETRYABLE", status: 503 });
const reset = new TransportError({ reason: "NET_RESET", systemCode: "ECONNRESET" });
const success = undefined;
const asking = (retryAfterMs: number): TransportError =>
  new TransportError({ reason: "HTTP_RETRYABLE", status: 503, retryAfterMs });
const longestRandom = (): number => 1;

/** How long the pause lasts from a moment. */
function left(pause: ThrottlePause, now: number): number {
  return (pause.current(now)?.until ?? now) - now;
}

function note(pause: ThrottlePause, now: number, ...ends: readonly (CompShareError | undefined)[]): void {
  for (const end of ends) pause.note(now, end);
}

/** How many requests are admitted at a moment, of so many that ask. */
function admitted(pause: ThrottlePause, now: number, asking = 20): number {
  return Array.from({ length: asking }, () => pause.admit(now)).filter((wait) => wait === undefined).length;
}

/** A pause that has begun at a moment: three responses in a row were throttled. */
function begun(now = 0, random = longestRandom): ThrottlePause {
  const pause = createThrottlePause(random);
  note(pause, now, throttled, throttled, throttled);
  return pause;
}

test.each<[string, readonly (CompShareError | undefined)[]]>([
  ["no response", []],
  ["one throttled response", [throttled]],
  ["two throttled responses in a row", [throttled, throttled]],
  ["throttled responses with a success between", [throttled, throttled, success, throttled, throttled]],
  [
    "throttled responses with another failure between",
    [throttled, throttled, reset, throttled, busy, throttled],
  ],
  ["other failures", [busy, busy, busy, reset, reset, reset]],
  [
    "a response that is none",
    Array.from({ length: 5 }, () => new ResponseShapeError({ reason: "BODY_EMPTY", action: "A" })),
  ],
  [
    "a refusal that asks to wait",
    [new TransportError({ reason: "HTTP_REFUSED", status: 404, retryAfterMs: 5000 })],
  ],
])("after %s nobody is held back", (_, ends) => {
  const pause = createThrottlePause(longestRandom);
  note(pause, 10, ...ends);
  expect(pause.current(10)).toBeUndefined();
  expect(admitted(pause, 10)).toBe(20);
});

test("after three throttled responses in a row all wait for an eighth to a quarter of a second, and know why", () => {
  for (const [random, ms] of [
    [0, 125],
    [0.5, 187.5],
    [1, 250],
  ] as const) {
    const pause = begun(1000, () => random);
    expect(pause.current(1000)).toEqual({ until: 1000 + ms, failure: throttled });
    expect(pause.admit(1000)).toEqual({ until: 1000 + ms, failure: throttled });
    expect(pause.current(1000 + ms)).toBeUndefined();
  }
});

test("RetCode 153 counts like HTTP 429", () => {
  const pause = createThrottlePause(longestRandom);
  const meaning = retCodeMeaning(153, undefined);
  const refused = new ApiError({
    action: "A",
    retCode: 153,
    message: undefined,
    requestId: undefined,
    meaning,
  });
  note(pause, 0, throttled, refused, throttled);
  expect(left(pause, 0)).toBe(250);
});

test("while nothing succeeds one request goes after each pause, and the pause doubles up to 8 s", () => {
  const pause = begun();
  const lengths: number[] = [];
  let now = 0;
  while (lengths.length < 8) {
    lengths.push(left(pause, now));
    now += left(pause, now);
    expect(admitted(pause, now)).toBe(1);
    note(pause, now, throttled);
  }
  expect(lengths).toEqual([250, 500, 1000, 2000, 4000, 8000, 8000, 8000]);
});

test("requests that were under way when the pause began make it no longer", () => {
  const pause = begun(100);
  note(pause, 101, throttled, throttled, throttled, throttled, throttled);
  expect(left(pause, 101)).toBe(249);
});

test("a success ends the pause, and admits one request and a half", () => {
  const pause = begun();
  note(pause, 100, success);
  expect(admitted(pause, 100)).toBe(2);
  const other = begun();
  note(other, 100, success, throttled, success);
  // Three of their own, and one that finds out whether there may be more.
  expect(admitted(other, 100)).toBe(4);
  expect(left(other, 100)).toBe(250);
});

test("eight responses in a row that are not throttled end the pause and every limit", () => {
  const pause = begun();
  note(pause, 100, ...Array<undefined>(7).fill(success));
  expect(admitted(pause, 100, 100)).toBe(9);
  note(pause, 100, success);
  expect(admitted(pause, 100, 100)).toBe(100);
});

test("a failure that is no throttling ends the pause: what fails is no matter of the rate", () => {
  for (const failure of [busy, reset]) {
    const pause = begun();
    note(pause, 100, failure);
    expect(admitted(pause, 100)).toBe(20);
  }
});

test("after a pause has ended, a new one is as short as the first one", () => {
  const pause = begun();
  for (let now = 250; now < 10_000; now += left(pause, now) + 1) pause.admit(now);
  note(pause, 20_000, busy, throttled, throttled, throttled);
  expect(left(pause, 20_000)).toBe(250);
});

test("the server's wish is kept to, and neither a shorter one later nor a success shortens it", () => {
  const pause = createThrottlePause(longestRandom);
  note(pause, 100, asking(2000));
  expect(admitted(pause, 200)).toBe(0);
  note(pause, 300, asking(500), success, throttled);
  expect(left(pause, 300)).toBe(1800);
  expect(admitted(pause, 2100)).toBe(20);
  note(pause, 400, asking(86_400_000));
  expect(left(pause, 400)).toBe(86_400_000);
});
