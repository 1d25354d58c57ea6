import type { Members } from "../contract/members.ts";
import { isRow } from "../contract/wire-row.ts";
import type { PartlyKnown } from "./resource.ts";

/** Inputs that differ, by name; what is not known yet differs. An input that is absent or empty has its default. */
export function changedInputs(olds: Members, news: PartlyKnown, defaults: Members = {}): string[] {
  const names = new Set([...Object.keys(olds), ...Object.keys(news.values), ...news.unknown]);
  const value = (inputs: Members, name: string): string => {
    const given = canonical(inputs[name]);
    return given === absent ? canonical(defaults[name]) : given;
  };
  return [...names].filter(
    (name) => news.unknown.includes(name) || value(olds, name) !== value(news.values, name),
  );
}

const absent = "null";

/** Text that is the same for equal values, whatever the order of members; an empty list or map is none. */
function canonical(value: unknown): string {
  if (typeof value === "object" && value !== null && Object.keys(value).length === 0) return absent;
  return JSON.stringify(value ?? null, (_key, member: unknown) =>
    isRow(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );
}
