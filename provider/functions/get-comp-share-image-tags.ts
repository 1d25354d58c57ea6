import { functions } from "../contract/functions.ts";
import { resolveScope, scopeProblems } from "../listings/scope.ts";
import { implement } from "./implement.ts";

/** Lists the tags that images can have. */
export const getCompShareImageTags = implement(
  functions.getCompShareImageTags,
  scopeProblems,
  async (inputs, lookup, signal) => {
    const { tags, categories } = await lookup.catalogue.tags(resolveScope(inputs, lookup.scope), signal);
    return {
      tags: [...tags],
      categories: Object.fromEntries(
        Object.entries(categories).map(([name, entries]) => [name, [...entries]]),
      ),
    };
  },
);
