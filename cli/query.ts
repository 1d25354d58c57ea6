import type * as z from "zod/mini";
import { imageQuery, imagesQuery } from "../provider/contract/query.ts";
import { queryProblems } from "../provider/lookup/check-query.ts";
import { acceptArguments } from "../provider/schema/accept-arguments.ts";

/** A query for one image, read by the contract, as the function getCompShareImage reads it. */
export function readImageQuery(inputs: Readonly<Record<string, unknown>>): z.output<typeof imageQuery> {
  return acceptArguments(imageQuery, inputs, (query) => queryProblems(query, true));
}

/** A query for a list of images, as getCompShareImages reads it. */
export function readImagesQuery(inputs: Readonly<Record<string, unknown>>): z.output<typeof imagesQuery> {
  return acceptArguments(imagesQuery, inputs, (query) => queryProblems(query, false));
}
