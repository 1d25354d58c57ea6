import type { Clock } from "../../../provider/ucloud/clock.ts";

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly call: () => void;
  cancelled: boolean;
}

/** A clock that has its own time, and what makes it run. */
export interface SimulatedTime {
  readonly clock: Clock;
  /** Lets time pass until nothing is left to happen. */
  run(): Promise<void>;
}

/** Time that jumps from one timer to the next, so that an hour of ten thousand calls takes a second. */
export function createSimulatedTime(): SimulatedTime {
  const heap: Timer[] = [];
  let [now, orders] = [0, 0];
  const before = (one: Timer, other: Timer): boolean =>
    one.at < other.at || (one.at === other.at && one.order < other.order);

  function push(timer: Timer): void {
    let index = heap.push(timer) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || before(above, timer)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = timer;
  }

  function pop(): Timer | undefined {
    const [first] = heap;
    const last = heap.pop();
    if (last === undefined || last === first) return first;
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      const [one, other] = [heap[left], heap[left + 1]];
      if (one === undefined) break;
      const child = other !== undefined && before(other, one) ? left + 1 : left;
      const below = heap[child];
      if (below === undefined || before(last, below)) break;
      heap[index] = below;
      index = child;
    }
    heap[index] = last;
    return first;
  }

  return {
    clock: {
      now: () => now,
      after: (ms, call) => {
        const timer: Timer = { at: now + ms, order: orders, call, cancelled: false };
        orders += 1;
        push(timer);
        return () => {
          timer.cancelled = true;
        };
      },
    },
    run: async () => {
      await settle();
      for (let timer = pop(); timer !== undefined; timer = pop()) {
        if (timer.cancelled) continue;
        now = timer.at;
        timer.call();
        await settle();
      }
    },
  };
}

/** Lets everything happen that needs no time. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
