import { RefusedWord } from "../refused-word.ts";
import type { Quirk } from "./quirk.ts";
import { type Quirks, quirks } from "./quirks.ts";

const byName: ReadonlyMap<string, Quirk<unknown>> = new Map(Object.entries(quirks));

/** The live behaviour. */
export const liveQuirks = Object.fromEntries(
  Object.entries(quirks).map(([name, { live }]) => [name, live]),
) as Quirks;

/** Every quirk with its live value, what it changes and what it takes, for a terminal. */
export const quirkList: string = Object.entries(quirks)
  .map(([name, { what, live, allowed }]) => {
    const usual = typeof live === "object" ? JSON.stringify(live) : live;
    return `    ${name}=${usual} (${allowed})\n        ${what}`;
  })
  .join("\n");

/** Checks quirks that come from outside; throws a RangeError that names what is allowed. */
export function checkedQuirks(given: Readonly<Record<string, unknown>>): Partial<Quirks> {
  for (const [name, value] of Object.entries(given)) {
    const quirk = byName.get(name);
    if (quirk === undefined) {
      throw new RefusedWord({ kind: "unknown quirk", name, known: [...byName.keys()] });
    }
    if (!quirk.accepts(value)) {
      throw new RefusedWord({ kind: "quirk", name, value, allowed: quirk });
    }
  }
  return given;
}

/** Reads quirks written as `name=value`, the way a command line has them. */
export function quirksFromText(assignments: readonly string[]): Partial<Quirks> {
  const entries = assignments.map((assignment): [string, unknown] => {
    const [name = "", ...rest] = assignment.split("=");
    const text = rest.join("=");
    // "true" is a value of totalCount but also how a command line spells a boolean, so the quirk decides.
    return [name, byName.get(name)?.accepts(text) === true ? text : jsonOrText(text)];
  });
  return checkedQuirks(Object.fromEntries(entries));
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
