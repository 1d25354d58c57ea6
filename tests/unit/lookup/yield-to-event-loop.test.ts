import { expect, test } from "@jest/globals";
import { createYieldToEventLoop } from "../../../provider/lookup/yield-to-event-loop.ts";

/** Pieces of work that take so many milliseconds each; how many run between two turns of everything else. */
async function piecesByTurn(pieces: readonly number[]): Promise<number[]> {
  let time = 0;
  const turns: number[] = [];
  const later = (call: () => void): void => {
    turns.push(0);
    queueMicrotask(call);
  };
  const yieldToEventLoop = createYieldToEventLoop(later, () => time);
  await Promise.all(
    pieces.map(async (milliseconds) => {
      await yieldToEventLoop();
      time += milliseconds;
      turns.push((turns.pop() ?? Number.NaN) + 1);
    }),
  );
  return turns;
}

test.each<[string, readonly number[], readonly number[]]>([
  ["short", Array(25).fill(1), [10, 10, 5]],
  ["longer than ten milliseconds", [11, 11, 11], [1, 1, 1]],
  ["of which one is long", [1, 1, 30, 1, 1], [3, 2]],
  ["of no time at all", Array(100).fill(0), [100]],
])(
  "pieces of work that are %s leave everything else its turn every ten milliseconds",
  async (_, pieces, turns) => {
    expect(await piecesByTurn(pieces)).toEqual(turns);
  },
);
