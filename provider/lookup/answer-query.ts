import type * as z from "zod/mini";
import type { imageQuery, imagesQuery, pageArguments } from "../contract/query.ts";
import { type FoundNone, findImage, findImageIfAny, findImages } from "./find-images.ts";
import type { Lookup } from "./lookup.ts";
import { queryQuestion } from "./query-question.ts";
import type { Found, FoundList } from "./select-images.ts";

/** Finds the one image that a query means, as the function and the command line take it. */
export function findOne(
  query: z.output<typeof imageQuery>,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<Found | FoundNone> {
  const find = query.ifMissing === "empty" ? findImageIfAny : findImage;
  return find(queryQuestion(query, lookup, true), lookup, signal);
}

/** Finds the part of a list that a query means. */
export function findList(
  query: z.output<typeof imagesQuery>,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<FoundList> {
  const { offset, limit, minCount, maxCount } = query;
  // What the contract has newly about a part is not left out: tsc asks for it here.
  const part = { offset, limit, minCount, maxCount } satisfies Record<keyof typeof pageArguments, unknown>;
  return findImages({ ...queryQuestion(query, lookup, false), ...part }, lookup, signal);
}
