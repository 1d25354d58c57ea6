import type { Category } from "../errors/compshare-error.ts";

/** First waits and the longest wait, in milliseconds. */
const backoffBase = { transient: 100, retryOnce: 100, throttled: 1000 } as const;
const longestBackoff = 8000;

/** What is known when an attempt has failed. */
export interface FailedAttempt {
  readonly category: Category;
  /** Whether the action only reads. What changes something is never sent twice. */
  readonly readsOnly: boolean;
  /** 1 for the first attempt. */
  readonly attempt: number;
  readonly maxAttempts: number;
  /** Time left of the whole call. */
  readonly remainingMs: number;
  /** How long the server asked to be left alone. */
  readonly retryAfterMs: number | undefined;
}

/**
 * Whether to retry, and after how long. Full jitter: any wait from 0 up to a bound that doubles, so that
 * calls that failed together do not come back together. `undefined` means give up, at once rather than after a pointless wait.
 */
export function retryDelay(failed: FailedAttempt, random: () => number): number | undefined {
  const { category, attempt } = failed;
  if (!failed.readsOnly) return undefined;
  if (category !== "transient" && category !== "retryOnce" && category !== "throttled") return undefined;
  if (attempt >= (category === "retryOnce" ? Math.min(2, failed.maxAttempts) : failed.maxAttempts))
    return undefined;
  const bound = Math.min(longestBackoff, backoffBase[category] * 2 ** (attempt - 1));
  const delay = Math.max(random() * bound, failed.retryAfterMs ?? 0);
  return delay < failed.remainingMs ? delay : undefined;
}
