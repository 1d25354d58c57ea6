/** How long work may keep the event loop busy before it yields. */
const sliceMs = 10;

/**
 * Gives a function that work awaits before each of its pieces. It yields to the event loop once the pieces have taken ten
 * milliseconds: to yield before each of 200 short ones would make them wait 200 times.
 */
export function createYieldToEventLoop(
  later: (call: () => void) => unknown = setImmediate,
  now: () => number = () => performance.now(),
): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  /** When the event loop was last yielded to; `undefined` before the first piece. */
  let began: number | undefined;
  const yielded = (): Promise<void> =>
    new Promise((resolve) => {
      later(() => {
        began = now();
        resolve();
      });
    });
  return () => {
    last = last.then(() => (began !== undefined && now() - began < sliceMs ? undefined : yielded()));
    return last;
  };
}
