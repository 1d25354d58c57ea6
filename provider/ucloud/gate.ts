/** A gate with a number of places. Who comes back goes in before who comes for the first time, else in order. */
export interface Gate {
  /** Waits for a place; the answer gives it back. `undefined` when the signal fires first. */
  enter(signal: AbortSignal, again: boolean): Promise<(() => void) | undefined>;
}

/** A gate that lets so many through at once. */
export function createGate(places: number): Gate {
  const [returning, newcomers] = [new Set<() => void>(), new Set<() => void>()];
  let free = places;

  function leave(): void {
    free += 1;
    const [next] = returning.size > 0 ? returning : newcomers;
    next?.();
  }

  return {
    enter: (signal, again) =>
      new Promise((resolve) => {
        const waiting = again ? returning : newcomers;
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
