import type * as z from "zod/mini";
import type { functions } from "../contract/functions.ts";
import { resolveScope } from "../listings/scope.ts";
import type { Run } from "./context.ts";

type Contract = (typeof functions)["getCompShareImageTags"];

/** Lists the tags that images can have. */
export const getCompShareImageTags: Run<z.output<Contract["inputs"]>, z.output<Contract["outputs"]>> = async (
  inputs,
  context,
  signal,
) => {
  const { tags, categories } = await context.catalogue.tags(resolveScope(inputs, context.scope), signal);
  return {
    tags: [...tags],
    categories: Object.fromEntries(Object.entries(categories).map(([name, entries]) => [name, [...entries]])),
  };
};
