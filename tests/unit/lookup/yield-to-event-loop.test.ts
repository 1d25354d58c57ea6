import { expect, test } from "@jest/globals";
import { createYieldToEventLoop } from "../../../provider/lookup/yield-to-event-loop.ts";

/** Pieces of work that take so many milliseconds each; how many run before each time that the event loop is yielded to. */
async function piecesBetweenYields(pieces: readonly number[]): Promise<number[]> {
  let time = 0;
  const counts: number[] = [];
  const later = (call: () => void): void => {
    counts.push(0);
    queueMicrotask(call);
  };
  const yieldToEventLoop = createYieldToEventLoop(later, () => time);
  await Promise.all(
    pieces.map(async (milliseconds) => {
      await yieldToEventLoop();
      time += milliseconds;
      counts.push((counts.pop() ?? Number.NaN) + 1);
    }),
  );
  return counts;
}

test.each<[string, readonly number[], readonly number[]]>([
  ["short", Array(25).fill(1), [10, 10, 5]],
  ["longer than ten milliseconds", [11, 11, 11], [1, 1, 1]],
  ["of which one is long", [1, 1, 30, 1, 1], [3, 2]],
  ["of no time at all", Array(100).fill(0), [100]],
])("pieces of work that are %s yield to the event loop every ten milliseconds", async (_, pieces, counts) => {
  expect(await piecesBetweenYields(pieces)).toEqual(counts);
});
