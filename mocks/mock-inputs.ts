import { secretMark, signatureKey } from "../provider/contract/engine-marks.ts";
import type { PartlyKnown } from "../provider/resources/resource.ts";

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
  if (signatureKey in value && value[signatureKey] === secretMark && "value" in value)
    return plain(value.value);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}
