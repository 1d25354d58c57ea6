/** The largest number of moments that lie within so many milliseconds. */
export function mostWithin(ms: number, times: readonly number[]): number {
  return Math.max(
    0,
    ...times.map((start) => times.filter((time) => time >= start && time < start + ms).length),
  );
}
