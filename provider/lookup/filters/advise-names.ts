import type { Advice } from "../../errors/no-match.ts";
import { type ArgumentValues, adviseClosest, near } from "./advise-values.ts";
import type { Miss } from "./filter.ts";

/** Whole names that are close to a wanted one or to a part of one, in place of the argument. */
export function adviseNames(miss: Miss): Advice[] {
  const values: ArgumentValues = {
    argument: "name",
    read: ({ name, groupName }) => (groupName === undefined ? name : [name, groupName]),
    change: (value) => ({ [miss.argument]: undefined, name: value }),
  };
  const found = adviseClosest(miss, values, (known) => near(String(miss.wanted), known));
  if (found.length > 0) return found;
  const change = { [miss.argument]: undefined };
  return [{ kind: "noName", argument: miss.argument, change: miss.works(change) ? change : undefined }];
}

/** IDs begin alike, so only what follows can be close. */
export function adviseIds(miss: Miss): Advice[] {
  const values: ArgumentValues = { argument: "id", read: ({ id }) => id, change: (value) => ({ id: value }) };
  const own = (id: string): string => id.slice(id.lastIndexOf("-") + 1);
  const find = (ids: readonly string[]): string[] => {
    const asked = own(String(miss.wanted));
    // One that follows another prefix, or none, is the closest of all.
    return [asked, ...near(asked, ids.map(own))].flatMap((part) => ids.filter((id) => own(id) === part));
  };
  return adviseClosest(miss, values, find);
}
