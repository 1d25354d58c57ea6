/** Turns for work that keeps the event loop busy: one piece of it between two looks at everything else. */
export function createYieldToEventLoop(
  later: (call: () => void) => unknown = setImmediate,
): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(
      () =>
        new Promise<void>((resolve) => {
          later(resolve);
        }),
    );
    return last;
  };
}
