/** A value that a request can carry. */
export type ParameterValue =
  | string
  | number
  | boolean
  | readonly ParameterValue[]
  | { readonly [name: string]: ParameterValue };

/** What is signed and what is sent: one map for both, so that the two can never differ. */
export type Parameters = ReadonlyMap<string, string>;

/** Flattens a request to text: `Key.0` for list entries, `Key.Member` for members, nothing for an empty list. */
export function flattenParameters(request: Readonly<Record<string, ParameterValue>>): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [name, value] of Object.entries(request)) flatten(name, value, flat);
  return flat;
}

function flatten(name: string, value: ParameterValue, flat: Map<string, string>): void {
  if (typeof value === "object") {
    for (const [key, member] of Object.entries(value)) flatten(`${name}.${key}`, member, flat);
    return;
  }
  flat.set(name, scalarText(name, value));
}

function scalarText(name: string, value: string | number | boolean): string {
  if (typeof value === "boolean") return value ? "true" : "false";
  if (typeof value === "number") return numberText(name, value);
  // URLSearchParams would send U+FFFD for half a surrogate pair, and the signature would cover something else.
  if (!value.isWellFormed()) throw new TypeError(`${name} holds half of a surrogate pair`);
  return value;
}

function numberText(name: string, value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`${name} is not a finite number`);
  const short = String(value);
  const [, sign, digits = "", zeros] = /^(-?)([\d.]+)e-(\d+)$/.exec(short) ?? [];
  // The gateway's rule knows no exponents. Very large numbers have one as well, and they are whole.
  if (zeros !== undefined) return `${sign}0.${"0".repeat(Number(zeros) - 1)}${digits.replace(".", "")}`;
  return short.includes("e") ? BigInt(value).toString() : short;
}
