import { ApiError } from "../errors/api-error.ts";
import type { CompShareError } from "../errors/compshare-error.ts";
import { TransportError } from "../errors/transport-error.ts";

/** A response that asks to be left alone. */
export type Throttled = ApiError | TransportError;

/** A moment before which nothing may be sent, and why. */
export interface Pause {
  readonly until: number;
  readonly failure: Throttled;
}

/** What holds requests back after the gateway has called them too many. */
export interface ThrottlePause {
  /** The pause that there is now, if any. */
  current(now: number): Pause | undefined;
  /** Admits a request, or says which pause it has to wait for. */
  admit(now: number): Pause | undefined;
  /** Notes how a request ended. */
  note(now: number, failure: CompShareError | undefined): void;
}

/** So many throttled responses in a row mean that the gateway limits us; one of many is chance. */
const inRow = 3;
/** So many others in a row mean that it does not any more. */
const calm = 8;
/** Requests that a success admits: enough where a third of the responses are throttled by chance. */
const perSuccess = 1.5;
const mostAdmitted = 8;
const shortest = 250;
const longest = 8000;

/**
 * Waits for as long as the server asks. Where it does not say, a throttled response holds nobody back but its own call.
 * Three in a row do: requests then follow successes, so that their rate finds what the gateway allows, and where none
 * succeeds one request after a pause that doubles finds out. Another failure ends that: it is no matter of the rate.
 */
export function createThrottlePause(random: () => number): ThrottlePause {
  const rate = createRateLimit(random);
  let last: Throttled | undefined;
  let askedUntil = Number.NEGATIVE_INFINITY;
  const current = (now: number): Pause | undefined => {
    const until = Math.max(askedUntil, rate.nextTry());
    return last !== undefined && now < until ? { until, failure: last } : undefined;
  };
  return {
    current,
    admit: (now) => {
      const pause = current(now);
      if (pause === undefined) rate.noteSent(now);
      return pause;
    },
    note: (now, failure) => {
      const throttled = asThrottled(failure);
      if (throttled === undefined) return rate.noteOther(now, failure === undefined);
      last = throttled;
      if (throttled.retryAfterMs === undefined) rate.noteThrottled(now);
      else askedUntil = Math.max(askedUntil, now + throttled.retryAfterMs);
    },
  };
}

/** How fast requests may follow each other where the server does not say. */
interface RateLimit {
  readonly nextTry: () => number;
  readonly noteSent: (now: number) => void;
  readonly noteThrottled: (now: number) => void;
  readonly noteOther: (now: number, success: boolean) => void;
}

function createRateLimit(random: () => number): RateLimit {
  let nextTry = Number.NEGATIVE_INFINITY;
  let [limited, admitted, bound] = [false, 0, shortest];
  let [throttledInRow, othersInRow] = [0, 0];
  const lengthen = (now: number): void => {
    nextTry = now + bound * (0.5 + random() / 2);
    bound = Math.min(longest, bound * 2);
  };
  return {
    nextTry: () => nextTry,
    noteSent: (now) => {
      if (!limited) return;
      if (admitted >= 1) admitted -= 1;
      else lengthen(now);
    },
    noteThrottled: (now) => {
      [throttledInRow, othersInRow] = [throttledInRow + 1, 0];
      if (limited || throttledInRow < inRow) return;
      [limited, admitted] = [true, 0];
      lengthen(now);
    },
    noteOther: (now, success) => {
      [throttledInRow, othersInRow] = [0, othersInRow + 1];
      [bound, nextTry] = [shortest, Math.min(nextTry, now)];
      admitted = Math.min(mostAdmitted, admitted + (success ? perSuccess : 0));
      if (!success || othersInRow >= calm) limited = false;
    },
  };
}

/** The failure if it asks to be left alone: throttled, or in trouble and saying for how long. */
function asThrottled(failure: CompShareError | undefined): Throttled | undefined {
  if (!(failure instanceof ApiError) && !(failure instanceof TransportError)) return undefined;
  const { category, retryAfterMs } = failure;
  return category === "throttled" || (category === "transient" && retryAfterMs !== undefined)
    ? failure
    : undefined;
}
