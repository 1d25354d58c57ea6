/** A source of numbers from 0 up to, but not including, 1. */
export type Random = () => number;

/** Repeatable random numbers (mulberry32): the same seed gives the same run on every machine. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A shuffled copy (Fisher-Yates). */
export function shuffled<Value>(values: readonly Value[], random: Random): Value[] {
  const copy = [...values];
  for (let last = copy.length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1));
    [copy[last], copy[chosen]] = [copy[chosen] as Value, copy[last] as Value];
  }
  return copy;
}
