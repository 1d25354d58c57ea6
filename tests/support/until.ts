import { setTimeout as sleep } from "node:timers/promises";

/**
 * Waits until something holds. A wait in vain is an error, before the test's own limit: jest lets go of a test that
 * takes too long, but what it waits for would go on, and keep jest from ending.
 */
export async function until(
  holds: () => boolean | Promise<boolean>,
  { withinMs = 25_000 }: { readonly withinMs?: number } = {},
): Promise<void> {
  const start = performance.now();
  while (!(await holds())) {
    if (performance.now() - start > withinMs)
      throw new Error(`this did not come to hold within ${withinMs} ms: ${String(holds)}`);
    await sleep(5);
  }
}
