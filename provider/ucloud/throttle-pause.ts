import type { CompShareError } from "../errors/compshare-error.ts";

const shortest = 250;
const longest = 8000;

/** A pause of all requests after the gateway has called them too many. */
export interface ThrottlePause {
  /** Why there is a pause, and until when; absent when there is none. */
  current(now: number): { readonly until: number; readonly failure: CompShareError } | undefined;
  /** Notes how a request ended that was sent at a moment. */
  note(sentAt: number, now: number, failure: CompShareError | undefined): void;
}

/**
 * Pauses for as long as the server asks. Where it does not say, for a quarter of a second at most, doubled each time
 * that a request after a pause is throttled again, so that the rate of requests finds what the gateway allows.
 */
export function createThrottlePause(random: () => number): ThrottlePause {
  let pause: { readonly until: number; readonly failure: CompShareError } | undefined;
  let bound = shortest / 2;
  let began = Number.NEGATIVE_INFINITY;
  return {
    current: (now) => (pause !== undefined && now < pause.until ? pause : undefined),
    note: (sentAt, now, failure) => {
      if (failure === undefined) {
        if (sentAt >= began) bound = Math.max(shortest / 2, bound / 2);
        return;
      }
      const { category, retryAfterMs } = failure;
      const asked = category === "transient" && retryAfterMs !== undefined;
      if (category !== "throttled" && !asked) return;
      // Requests that were under way when the pause began say nothing about its length.
      if (sentAt >= began) {
        bound = Math.min(longest, bound * 2);
        began = now;
      }
      const until = now + (retryAfterMs ?? bound * (0.5 + random() / 2));
      if (pause === undefined || until > pause.until) pause = { until, failure };
    },
  };
}
