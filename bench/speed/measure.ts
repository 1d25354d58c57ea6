/** A row of the table: figures as texts, since each kind of work has a unit of its own. */
export interface Row {
  readonly work: string;
  readonly plugin: string;
  /** The peer or floor; left out where there is none. */
  readonly peer?: string;
  readonly ratio?: string;
  readonly goal?: string;
  /** Left out where there was nothing to compare with. */
  readonly met?: boolean | undefined;
}

export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** How long something takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Runs pieces of work in turn, so that noise of the machine meets them alike; what each run of each of them gave. */
export async function inTurn<Works extends readonly (() => Promise<unknown>)[]>(
  rounds: number,
  ...works: Works
): Promise<{ [Index in keyof Works]: Awaited<ReturnType<Works[Index]>>[] }> {
  const results = works.map((): unknown[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, work] of works.entries()) results[index]?.push(await work());
  }
  return results as { [Index in keyof Works]: Awaited<ReturnType<Works[Index]>>[] };
}
