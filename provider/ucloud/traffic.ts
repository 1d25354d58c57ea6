import { createGate, type Gate } from "./gate.ts";
import { createRetryQuota, type RetryQuota } from "./retry-quota.ts";
import { createThrottlePause, type ThrottlePause } from "./throttle-pause.ts";

/** Most requests at once. */
export const mostRequests = 8;

/** What all calls of the process share, so that together they do not press a gateway in trouble. */
export interface Traffic {
  readonly gate: Gate;
  readonly pause: ThrottlePause;
  readonly quota: RetryQuota;
}

/** The traffic of a process that has sent nothing yet. */
export function createTraffic(random: () => number): Traffic {
  return {
    gate: createGate(mostRequests),
    pause: createThrottlePause(random),
    quota: createRetryQuota(),
  };
}
