import type { Clock } from "../../../provider/ucloud/clock.ts";

interface Timer {
  readonly at: number;
  readonly call: () => void;
}

/**
 * A clock that jumps to the next timer whenever nothing else is left to do, so that an hour takes no time and every
 * moment is exact. What it times must otherwise need microtasks only.
 */
export function createVirtualClock(start = 0): Clock {
  const timers = new Set<Timer>();
  let now = start;
  const jump = (): void => {
    const [next] = [...timers].sort((one, other) => one.at - other.at);
    if (next === undefined) return;
    timers.delete(next);
    now = next.at;
    next.call();
  };
  return {
    now: () => now,
    after: (ms, call) => {
      const timer = { at: now + ms, call };
      timers.add(timer);
      setImmediate(jump);
      return () => void timers.delete(timer);
    },
  };
}
