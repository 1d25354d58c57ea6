import type * as z from "zod/mini";
import { exclusiveArguments, imageQuery, imagesQuery } from "../provider/contract/query.ts";
import { ArgumentError } from "../provider/errors/argument-error.ts";
import { resolveScope } from "../provider/listings/scope.ts";
import type { Lookup } from "../provider/lookup/lookup.ts";
import { allowsChange, queryProblems } from "../provider/lookup/query-problems.ts";
import type { Question } from "../provider/lookup/search.ts";
import { type ParsedInputs, parseInputs } from "../provider/schema/parse-inputs.ts";

type ImageQuery = z.output<typeof imageQuery>;
type ImagesQuery = z.output<typeof imagesQuery>;

/** A query for one image, read by the contract, as the function getCompShareImage reads it. */
export function readImageQuery(inputs: Readonly<Record<string, unknown>>): ImageQuery {
  return checked(parseInputs(imageQuery, inputs, "argument", exclusiveArguments), true);
}

/** A query for a list of images, as getCompShareImages reads it. */
export function readImagesQuery(inputs: Readonly<Record<string, unknown>>): ImagesQuery {
  return checked(parseInputs(imagesQuery, inputs, "argument", exclusiveArguments), false);
}

function checked<Query extends ImageQuery | ImagesQuery>(
  parsed: ParsedInputs<Query>,
  single: boolean,
): Query {
  if (parsed.problems !== undefined) throw new ArgumentError(parsed.problems);
  const { value } = parsed;
  const problems = queryProblems(value, single);
  if (problems.length > 0) throw new ArgumentError(problems);
  return value;
}

/** The question that a query asks of a lookup. */
export function questionOf(query: ImageQuery | ImagesQuery, lookup: Lookup, single: boolean): Question {
  return {
    filters: query,
    scope: resolveScope(query, lookup.scope),
    orderBy: query.orderBy,
    mostRecent: "mostRecent" in query ? query.mostRecent : undefined,
    allows: (change) => allowsChange(query, change, single),
    byId: (id) => ({ id }),
  };
}
