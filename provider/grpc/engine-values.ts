import { isUnknown, outputMark, secretMark, signatureKey } from "../contract/engine-marks.ts";
import type { Members } from "../contract/members.ts";
import { isRow } from "../contract/wire-row.ts";

/** Inputs in plain form, with what the engine said about them. */
export interface PlainInputs {
  readonly values: Members;
  /** Whether any of them was secret, at any depth. */
  readonly secret: boolean;
  /** Names of those that were. */
  readonly secrets: readonly string[];
  /** Names of those that are not known yet; they are not among the values. */
  readonly unknown: readonly string[];
}

interface Marks {
  secret: boolean;
  unknown: boolean;
}

/** Takes secrets and outputs off their wrappers and sets unknown inputs apart. */
export function plainInputs(inputs: Members): PlainInputs {
  const values: Record<string, unknown> = {};
  const unknown: string[] = [];
  const secrets: string[] = [];
  for (const [name, input] of Object.entries(inputs)) {
    const marks: Marks = { secret: false, unknown: false };
    const value = plain(input, marks);
    if (marks.secret) secrets.push(name);
    if (marks.unknown) unknown.push(name);
    else setMember(values, name, value);
  }
  return { values, secret: secrets.length > 0, secrets, unknown };
}

function plain(value: unknown, marks: Marks): unknown {
  if (isUnknown(value)) {
    marks.unknown = true;
    return undefined;
  }
  if (Array.isArray(value)) return value.map((entry: unknown) => plain(entry, marks));
  if (!isRow(value)) return value;
  const mark = value[signatureKey];
  if (mark === secretMark) marks.secret = true;
  if (mark === outputMark) {
    if (value["secret"] === true) marks.secret = true;
    if (!("value" in value)) marks.unknown = true;
  }
  if (mark === secretMark || mark === outputMark) return plain(value["value"], marks);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member, marks)]));
}

/** Marks a value as secret, so that the engine encrypts it in the state and hides it on the terminal. */
export function secretValue(value: unknown): Members {
  return { [signatureKey]: secretMark, value };
}

/** A text of data from outside, changed if the engine would take it for a value that is not known yet. */
export function harmlessText(text: string): string {
  return isUnknown(text) ? `(${text})` : text;
}

/** Whether a member of this name makes the engine take an object for more than data. */
export function isMark(name: string): boolean {
  return name === signatureKey;
}

/** Sets a member of an object that is being made; one that is called `__proto__` is a member like any other. */
export function setMember<Value>(made: Record<string, Value>, name: string, value: Value): void {
  if (name === "__proto__")
    Object.defineProperty(made, name, { value, enumerable: true, writable: true, configurable: true });
  else made[name] = value;
}
