import { defaultRegion } from "../../provider/contract/configuration.ts";
import type { Image } from "../../provider/contract/image.ts";
import { exclusiveArguments, imageQuery } from "../../provider/contract/query.ts";
import { queryProblems } from "../../provider/lookup/check-query.ts";
import { appliedFilters, changedFilters, matching } from "../../provider/lookup/filters/applied-filters.ts";
import { imageVersion } from "../../provider/lookup/versions/image-version.ts";
import { parseInputs } from "../../provider/schema/parse-inputs.ts";
import { annotationOrder } from "../annotations/query-words.ts";
import type { QueryArguments } from "./page-data.ts";

/**
 * The query that stands beside an image's ID, so that its successors are found: the same framework, from its version
 * up to the next major one, on the same major version of CUDA; without versions, the same name.
 */
export function successorQuery(image: Image, region: string): QueryArguments | undefined {
  const scope = publisherScope(image, region);
  return [ofFramework(image), image.name === "" ? undefined : { name: image.name }]
    .filter((query) => query !== undefined)
    .map((query) => ({ ...query, ...scope }))
    .find((query) => means(image, query) && annotationWords(query) !== undefined);
}

function ofFramework(image: Image): QueryArguments | undefined {
  const version = imageVersion(image);
  const major = Number(version?.numbers[0]);
  if (image.framework === undefined || version === undefined || !Number.isSafeInteger(major))
    return undefined;
  const cuda = /^\d+(?=\.|$)/.exec(image.cudaVersion ?? "")?.[0];
  return {
    framework: image.framework,
    version: `>=${version.text} <${major + 1}`,
    ...(cuda === undefined ? {} : { cudaVersion: `${cuda}.x` }),
  };
}

/** Where anybody can publish, the successor has to come from the same publisher. */
function publisherScope({ source, author }: Image, region: string): QueryArguments {
  return {
    ...(source === "platform" ? {} : { source, ...(author === undefined ? {} : { author }) }),
    ...(region === defaultRegion ? {} : { region }),
  };
}

/** Whether a query may be asked for the newest, and the image is among what it finds. */
function means(image: Image, query: QueryArguments): boolean {
  const whole = { ...query, ...annotationOrder(query) };
  const parsed = parseInputs(imageQuery, whole, "argument", exclusiveArguments);
  if (parsed.problems !== undefined || queryProblems(parsed.value, true).length > 0) return false;
  const { source: _source, region: _region, ...change } = query;
  const filters = changedFilters({ statuses: [image.status ?? "Available"] }, change);
  return matching([image], appliedFilters(filters)).length === 1;
}

/** A query as the words of an annotation; `undefined` where a value cannot stand in one. */
export function annotationWords(query: QueryArguments): string | undefined {
  const words = Object.entries(query).map(([name, value]) => {
    const text = [value].flat().join(",");
    if (/["'\\\p{C}\p{Zl}\p{Zp}]/u.test(text)) return undefined;
    return `${name}=${/^[\p{L}\p{N}._:,/+-]+$/u.test(text) ? text : `'${text}'`}`;
  });
  return words.includes(undefined) ? undefined : words.join(" ");
}
