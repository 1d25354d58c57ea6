import type { Members, PartlyKnown } from "./resource.ts";

/** Inputs that differ, by name; what is not known yet differs. */
export function changedInputs(olds: Members, news: PartlyKnown): string[] {
  const names = new Set([...Object.keys(olds), ...Object.keys(news.values), ...news.unknown]);
  return [...names].filter(
    (name) => news.unknown.includes(name) || canonical(olds[name]) !== canonical(news.values[name]),
  );
}

/** Text that is the same for equal values, whatever the order of members. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, member: unknown) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );
}
