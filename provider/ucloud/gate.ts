/** A gate with a number of places. Who comes first goes in first. */
export interface Gate {
  /** Waits for a place; the answer gives it back. `undefined` when the signal fires first. */
  enter(signal: AbortSignal): Promise<(() => void) | undefined>;
}

/** A gate that lets so many through at once. */
export function createGate(places: number): Gate {
  const waiting = new Set<() => void>();
  let free = places;

  function leave(): void {
    free += 1;
    const [next] = waiting;
    next?.();
  }

  return {
    enter: (signal) =>
      new Promise((resolve) => {
        const giveUp = (): void => {
          waiting.delete(goIn);
          resolve(undefined);
        };
        const goIn = (): void => {
          waiting.delete(goIn);
          signal.removeEventListener("abort", giveUp);
          free -= 1;
          resolve(leave);
        };
        if (signal.aborted) giveUp();
        else if (free > 0) goIn();
        else {
          waiting.add(goIn);
          signal.addEventListener("abort", giveUp, { once: true });
        }
      }),
  };
}
