import type * as z from "zod/mini";
import type { imageQuery, imagesQuery, pageArguments } from "../contract/query.ts";
import { findImage, findImageIfAny, findImages } from "./find-images.ts";
import type { Lookup } from "./lookup.ts";
import { queryQuestion } from "./query-question.ts";
import type { Found, FoundList, FoundNone } from "./select-images.ts";

type ImageQuery = z.output<typeof imageQuery>;
type ImagesQuery = z.output<typeof imagesQuery>;

/** The arguments of a list alone, each by name: a new one that is not handed on fails in types. */
export type Page = { readonly [Name in keyof typeof pageArguments]: ImagesQuery[Name] };

/** Answers a query for one image, which may have to be there. */
export function findOne(query: ImageQuery, lookup: Lookup, signal: AbortSignal): Promise<Found | FoundNone> {
  const find = query.ifMissing === "empty" ? findImageIfAny : findImage;
  return find(queryQuestion(query, lookup, true), lookup, signal);
}

/** Answers a query for a list of images. */
export function findList(query: ImagesQuery, lookup: Lookup, signal: AbortSignal): Promise<FoundList> {
  const { offset, limit, minCount, maxCount } = query;
  const page: Page = { offset, limit, minCount, maxCount };
  return findImages({ ...queryQuestion(query, lookup, false), ...page }, lookup, signal);
}
