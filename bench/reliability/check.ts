/** One figure, and whether it is what it should be. */
export interface Check {
  /** The goal, G1 to G13. */
  readonly goal: string;
  readonly what: string;
  readonly plugin: string;
  /** The same of undici's RetryAgent and of smithy's standard retry strategy, where they have something like it. */
  readonly undici?: string;
  readonly smithy?: string;
  readonly wanted: string;
  readonly met: boolean;
}

/** The value below which a share of the figures lies. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Runs pieces of work, so many at once; the results stand in the order of the pieces. */
export async function atOnce<Value>(
  width: number,
  works: readonly (() => Promise<Value>)[],
): Promise<readonly Value[]> {
  const results: Value[] = [];
  const queue = [...works.entries()];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift())
      results[next[0]] = await next[1]();
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
