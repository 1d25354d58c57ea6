import type { Members } from "../contract/members.ts";
import { type PlainInputs, plainInputs, secretValue } from "./engine-values.ts";
import { fromOutside } from "./struct-wire.ts";

/** Members of a message in plain form; one that is absent has none. */
export function plainMembers(members: Members | undefined): PlainInputs {
  return plainInputs(members ?? {});
}

/** Outputs as they are written: data from outside, and those secret that have to be. */
export function outputMembers(outputs: Members, isSecret: (name: string) => boolean): Members {
  const entries = Object.entries(outputs).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([name, output]) => {
      const value = fromOutside(output);
      return [name, isSecret(name) ? secretValue(value) : value];
    }),
  );
}
