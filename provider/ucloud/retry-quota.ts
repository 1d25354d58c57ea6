import type { Category } from "../errors/compshare-error.ts";

const capacity = 500;
const costs: Partial<Record<Category, number>> = { transient: 14, retryOnce: 14, throttled: 5 };

/** How many repetitions all calls together may make, so that an outage does not multiply the load. */
export interface RetryQuota {
  /** Pays for a repetition; `false` when too little is left. */
  take(category: Category): boolean;
  /** A call has succeeded, after a last repetition of this category if there was one: the quota fills up again. */
  refund(category: Category | undefined): void;
}

/** A full quota. In an outage it lasts for 35 repetitions, whatever the number of calls. */
export function createRetryQuota(): RetryQuota {
  let left = capacity;
  const cost = (category: Category | undefined): number =>
    category === undefined ? 1 : (costs[category] ?? 0);
  return {
    take: (category) => {
      if (cost(category) > left) return false;
      left -= cost(category);
      return true;
    },
    refund: (category) => {
      left = Math.min(capacity, left + cost(category));
    },
  };
}
