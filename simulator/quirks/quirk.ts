import type { Allowed } from "../refused-word.ts";

/** One way in which servers are known to differ from the live service. */
export interface Quirk<Value> extends Allowed {
  /** What it changes, and what its values mean. */
  readonly what: string;
  /** The live behaviour. */
  readonly live: Value;
  readonly accepts: (value: unknown) => boolean;
}

/** A quirk with named values; the first one is the live behaviour. */
export function oneOf<const Name extends string>(
  what: string,
  live: Name,
  ...others: readonly Name[]
): Quirk<Name> {
  const names: readonly unknown[] = [live, ...others];
  return { what, live, allowed: names.join(", "), accepts: (value) => names.includes(value) };
}

/** A quirk that is off live. */
export function onOrOff(what: string): Quirk<boolean> {
  return { what, live: false, allowed: "true, false", accepts: (value) => typeof value === "boolean" };
}
