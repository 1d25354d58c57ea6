/** How long work may keep the event loop busy before everything else gets its turn. */
const sliceMs = 10;

/**
 * Turns for work that keeps the event loop busy. Pieces of work run one after the other, and as soon as they have taken ten
 * milliseconds, everything else comes in between: a turn for each piece would make 200 short ones wait 200 times.
 */
export function createYieldToEventLoop(
  later: (call: () => void) => unknown = setImmediate,
  now: () => number = () => performance.now(),
): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  /** When this turn began; `undefined` before the first piece of one. */
  let began: number | undefined;
  const turn = (): Promise<void> =>
    new Promise((resolve) => {
      later(() => {
        began = now();
        resolve();
      });
    });
  return () => {
    last = last.then(() => (began !== undefined && now() - began < sliceMs ? undefined : turn()));
    return last;
  };
}
