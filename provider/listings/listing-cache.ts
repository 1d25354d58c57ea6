import { CancelledError } from "../errors/cancelled-error.ts";

/** What has been read of one kind, such as listings: calls with the same key wait for one read, later ones reuse its result for a while. */
export interface ListingCache<Value> {
  /** Whether there is a result, or a read under way that will bring one. */
  has(key: string): boolean;
  read(key: string, load: (signal: AbortSignal) => Promise<Value>, signal: AbortSignal): Promise<Value>;
}

interface Entry<Value> {
  readonly value: Promise<Value>;
  readonly controller: AbortController;
  waiting: number;
  /** When the result came; absent while the read is under way. */
  endedAt: number | undefined;
}

/** A cache that keeps results for `keepMs`. Failures are not kept. A read stops when nobody waits for it any more. */
export function createListingCache<Value>(now: () => number, keepMs: number): ListingCache<Value> {
  const entries = new Map<string, Entry<Value>>();

  function start(key: string, load: (signal: AbortSignal) => Promise<Value>): Entry<Value> {
    const controller = new AbortController();
    const entry: Entry<Value> = {
      value: load(controller.signal),
      controller,
      waiting: 0,
      endedAt: undefined,
    };
    entries.set(key, entry);
    const forget = (): void => {
      if (entries.get(key) === entry) entries.delete(key);
    };
    controller.signal.addEventListener("abort", forget, { once: true });
    entry.value.then(() => {
      entry.endedAt = now();
    }, forget);
    return entry;
  }

  function usable(key: string): Entry<Value> | undefined {
    const kept = entries.get(key);
    const fresh = kept?.endedAt === undefined || now() - kept.endedAt < keepMs;
    return fresh ? kept : undefined;
  }

  return {
    has: (key) => usable(key) !== undefined,
    async read(key, load, signal) {
      if (signal.aborted) throw new CancelledError();
      const entry = usable(key) ?? start(key, load);
      entry.waiting += 1;
      try {
        return await untilAborted(entry.value, signal);
      } finally {
        entry.waiting -= 1;
        if (entry.waiting === 0 && entry.endedAt === undefined) entry.controller.abort();
      }
    },
  };
}

function untilAborted<Value>(value: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new CancelledError());
    signal.addEventListener("abort", stop, { once: true });
    void value.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
