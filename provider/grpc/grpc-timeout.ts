/** Milliseconds in each of the units of a gRPC timeout. */
const units: Readonly<Record<string, number>> = { H: 3_600_000, M: 60_000, S: 1000, m: 1, u: 1e-3, n: 1e-6 };

/** Longest time that a timer of Node takes; more than three weeks. */
const longest = 2 ** 31 - 1;

/** Milliseconds that a caller gives a call, of the text of `grpc-timeout`; NaN if it is none. */
export function readTimeout(text: string): number {
  const [, amount, unit = ""] = /^(\d{1,8})([HMSmun])$/.exec(text) ?? [];
  return Math.min(Math.ceil(Number(amount) * (units[unit] ?? Number.NaN)), longest);
}
