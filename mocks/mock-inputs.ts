import type { PartlyKnown } from "../provider/resources/resource.ts";

// How Pulumi marks a secret within a value.
const signature = "4dabf18193072939515e22adb298388d";
const secret = "1b47061264138c4ac30d75fd1eb44270";

/** Inputs as mocks get them, in plain form. What is not known yet is there without a value. */
export function mockInputs(inputs: Readonly<Record<string, unknown>>): PartlyKnown {
  const entries = Object.entries(inputs).map(([name, value]) => [name, plain(value)] as const);
  return {
    values: Object.fromEntries(entries.filter(([, value]) => value !== undefined)),
    unknown: entries.filter(([, value]) => value === undefined).map(([name]) => name),
  };
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  if (signature in value && value[signature] === secret && "value" in value) return plain(value.value);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}
