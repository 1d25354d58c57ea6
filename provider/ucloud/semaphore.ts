/** A number of permits. Retries are admitted before first attempts, else in order. */
export interface Semaphore {
  /** Waits for a permit and returns what releases it; `undefined` when the signal fires first. */
  acquire(signal: AbortSignal, retry: boolean): Promise<(() => void) | undefined>;
}

/** A semaphore with so many permits. */
export function createSemaphore(permits: number): Semaphore {
  const [retries, firstAttempts] = [new Set<() => void>(), new Set<() => void>()];
  let free = permits;

  function release(): void {
    free += 1;
    const [next] = retries.size > 0 ? retries : firstAttempts;
    next?.();
  }

  return {
    acquire: (signal, retry) =>
      new Promise((resolve) => {
        const waiting = retry ? retries : firstAttempts;
        const giveUp = (): void => {
          waiting.delete(take);
          resolve(undefined);
        };
        const take = (): void => {
          waiting.delete(take);
          signal.removeEventListener("abort", giveUp);
          free -= 1;
          resolve(release);
        };
        if (signal.aborted) giveUp();
        else if (free > 0) take();
        else {
          waiting.add(take);
          signal.addEventListener("abort", giveUp, { once: true });
        }
      }),
  };
}
