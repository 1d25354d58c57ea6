import { setTimeout as sleep } from "node:timers/promises";

/** Waits until something holds that has to be asked for; it is an error if that takes ten seconds. */
export async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const start = performance.now();
  while (!(await holds())) {
    if (performance.now() - start > 10_000) throw new Error("it does not come to hold");
    await sleep(10);
  }
}
