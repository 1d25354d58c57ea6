const capacity = 35;

/** How many retries all calls together may make, so that an outage does not multiply the load. */
export interface RetryQuota {
  /** Pays for a retry, whatever it failed of; `false` when nothing is left. */
  spend(): boolean;
  /** A request has succeeded: it pays for a retry of somebody. */
  earn(): void;
}

/**
 * A full quota. In an outage it lasts for 35 retries, whatever the number of calls. As long as half of the requests
 * succeed it never runs out: what they earn is what the others need.
 */
export function createRetryQuota(): RetryQuota {
  let left = capacity;
  return {
    spend: () => {
      if (left < 1) return false;
      left -= 1;
      return true;
    },
    earn: () => {
      left = Math.min(capacity, left + 1);
    },
  };
}
