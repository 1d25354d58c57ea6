import { expect, test } from "@jest/globals";
import { CancelledError } from "../../../provider/errors/cancelled-error.ts";
import { createListingCache } from "../../../provider/listings/listing-cache.ts";

const never = new AbortController().signal;

/** A world in which the test answers the reads and turns the clock. */
function createWorld(keepMs = 1000) {
  const loads: { signal: AbortSignal; answer: (value: string) => void; fail: (error: Error) => void }[] = [];
  let now = 0;
  const cache = createListingCache<string>(() => now, keepMs);
  const load = (signal: AbortSignal): Promise<string> =>
    new Promise((resolve, reject) => {
      loads.push({ signal, answer: resolve, fail: reject });
    });
  return {
    loads,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    read: (key = "list", signal = never) => cache.read(key, load, signal),
  };
}

test("calls with the same key share one read", async () => {
  const world = createWorld();
  const calls = Array.from({ length: 200 }, () => world.read());
  expect(world.loads).toHaveLength(1);
  world.loads[0]?.answer("images");
  expect(new Set(await Promise.all(calls))).toEqual(new Set(["images"]));
});

test("calls with different keys do not share a read", async () => {
  const world = createWorld();
  const calls = [world.read("one"), world.read("other")];
  world.loads[0]?.answer("images of one");
  world.loads[1]?.answer("images of the other");
  expect(await Promise.all(calls)).toEqual(["images of one", "images of the other"]);
});

test.each([
  [0, 1],
  [999, 1],
  [1000, 2],
  [5000, 2],
])("%i ms after the answer, %i reads were needed", async (milliseconds, needed) => {
  const world = createWorld(1000);
  const first = world.read();
  // The time that the read itself takes does not count.
  world.pass(60_000);
  world.loads[0]?.answer("first");
  await first;
  world.pass(milliseconds);
  const second = world.read();
  world.loads[1]?.answer("second");
  expect(await second).toBe(needed === 1 ? "first" : "second");
  expect(world.loads).toHaveLength(needed);
});

test("with nothing kept, a read under way is still shared", async () => {
  const world = createWorld(0);
  const calls = [world.read(), world.read()];
  world.loads[0]?.answer("first");
  expect(await Promise.all(calls)).toEqual(["first", "first"]);
  void world.read();
  expect(world.loads).toHaveLength(2);
});

test("a failure reaches everybody who waits, and nobody later", async () => {
  const world = createWorld();
  const calls = [world.read(), world.read()];
  world.loads[0]?.fail(new Error("refused"));
  const outcomes = await Promise.allSettled(calls);
  expect(outcomes.map((outcome) => outcome.status === "rejected" && String(outcome.reason))).toEqual([
    "Error: refused",
    "Error: refused",
  ]);
  const later = world.read();
  world.loads[1]?.answer("images");
  expect(await later).toBe("images");
});

test("who cancels leaves the others their read", async () => {
  const world = createWorld();
  const impatient = new AbortController();
  const calls = [world.read("list", impatient.signal), world.read()];
  impatient.abort();
  await expect(calls[0]).rejects.toThrow(CancelledError);
  expect(world.loads[0]?.signal.aborted).toBe(false);
  world.loads[0]?.answer("images");
  expect(await calls[1]).toBe("images");
});

test("a read that everybody has left is aborted, and the next call starts anew", async () => {
  const world = createWorld();
  const callers = [new AbortController(), new AbortController()];
  const calls = callers.map(({ signal }) => world.read("list", signal));
  for (const caller of callers) caller.abort();
  const outcomes = await Promise.allSettled(calls);
  expect(outcomes.every((outcome) => outcome.status === "rejected")).toBe(true);
  expect(world.loads[0]?.signal.aborted).toBe(true);
  const next = world.read();
  expect(world.loads).toHaveLength(2);
  // The late end of the aborted read must not touch the new one.
  world.loads[0]?.fail(new CancelledError());
  await new Promise((resolve) => setImmediate(resolve));
  const joined = world.read();
  expect(world.loads).toHaveLength(2);
  world.loads[1]?.answer("images");
  expect(await Promise.all([next, joined])).toEqual(["images", "images"]);
});

test("a caller who has cancelled already starts nothing", async () => {
  const world = createWorld();
  await expect(world.read("list", AbortSignal.abort())).rejects.toThrow(CancelledError);
  expect(world.loads).toHaveLength(0);
});

test("an answer outlives the callers who cancel after it", async () => {
  const world = createWorld();
  const caller = new AbortController();
  const call = world.read("list", caller.signal);
  world.loads[0]?.answer("images");
  await call;
  caller.abort();
  expect(await world.read()).toBe("images");
  expect(world.loads).toHaveLength(1);
  expect(world.loads[0]?.signal.aborted).toBe(false);
});
