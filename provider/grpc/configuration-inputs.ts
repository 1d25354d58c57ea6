import { isUnknown } from "../contract/engine-marks.ts";
import type { Members } from "../contract/members.ts";
import { isMark, type PlainInputs, plainInputs } from "./engine-values.ts";

/**
 * A configuration in plain form. Explicit providers of some SDKs send JSON text, and a secret or an output that was part
 * of what became the text is still wrapped inside it.
 */
export function configurationInputs(members: Members): PlainInputs {
  const outer = plainInputs(members);
  const opened = Object.entries(outer.values).map(([name, value]) => [name, fromText(value)] as const);
  if (opened.every(([name, value]) => value === outer.values[name])) return outer;
  const inner = configurationInputs(Object.fromEntries(opened));
  const secrets = [...new Set([...outer.secrets, ...inner.secrets])];
  return {
    values: inner.values,
    secret: secrets.length > 0,
    secrets,
    unknown: [...outer.unknown, ...inner.unknown],
  };
}

/** What a text holds that is JSON of a wrapped or unknown value; any other value as it is. */
function fromText(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    const parsed: unknown = JSON.parse(value);
    return isUnknown(parsed) || isWrapped(parsed) ? parsed : value;
  } catch {
    return value;
  }
}

function isWrapped(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).some(isMark);
}
