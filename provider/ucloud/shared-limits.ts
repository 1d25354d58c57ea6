import { createRetryQuota, type RetryQuota } from "./retry-quota.ts";
import { createSemaphore, type Semaphore } from "./semaphore.ts";
import { createThrottlePause, type ThrottlePause } from "./throttle-pause.ts";

/** Most requests at once, and so most sockets, and pages of one listing that are read ahead. */
export const mostRequests = 8;

/** What all calls of the process share, so that together they do not press a gateway in trouble. */
export interface SharedLimits {
  readonly semaphore: Semaphore;
  readonly pause: ThrottlePause;
  readonly quota: RetryQuota;
}

/** The limits of a process that has sent nothing yet. */
export function createSharedLimits(random: () => number): SharedLimits {
  return {
    semaphore: createSemaphore(mostRequests),
    pause: createThrottlePause(random),
    quota: createRetryQuota(),
  };
}
