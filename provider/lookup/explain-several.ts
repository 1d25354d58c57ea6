import type { Image } from "../contract/image.ts";
import { exclusiveArguments, type Filters, latest } from "../contract/query.ts";
import type { ArgumentValue, Change } from "../errors/query-facts.ts";
import type { Candidate, FirstPick, SeveralMatches } from "../errors/several-matches.ts";
import { isOpen } from "../listings/sources.ts";
import { isWritable } from "../messages/plain-text.ts";
import {
  changedFilters,
  filterNames,
  filtersOver,
  matching,
  publisherArguments,
} from "./filters/applied-filters.ts";
import type { FilterName } from "./filters/filter.ts";
import { registry } from "./filters/registry.ts";
import { frameworkText } from "./framework-text.ts";
import { named, queryFacts, type Search } from "./search.ts";

const mostRows = 8;

/** Columns that can tell images apart, in the order in which a reader wants them. */
const columns: readonly (readonly [string, (image: Image) => string])[] = [
  ["id", (image) => image.id],
  ["name", (image) => image.name],
  ["imageType", (image) => image.imageType ?? ""],
  ["source", (image) => image.source],
  ["author", (image) => image.author ?? ""],
  ["status", (image) => image.status ?? ""],
  ["framework", frameworkText],
  ["cudaVersion", (image) => image.cudaVersion ?? ""],
  ["pythonVersion", (image) => image.pythonVersion ?? ""],
  ["versionName", (image) => image.versionName ?? ""],
  ["tags", (image) => image.tags.join(" ")],
  ["sizeMb", (image) => String(image.sizeMb ?? "")],
  ["price", (image) => String(image.price ?? "")],
  ["publishedAt", (image) => image.publishedAt?.slice(0, 10) ?? ""],
];

/** How several matches differ, and what to change to get each of them. `found` is in the order of the result. */
export function explainSeveral(search: Search, found: readonly Image[]): SeveralMatches {
  // Where anybody can publish, who published is what a careful reader looks at first.
  const open = isOpen(search.scope.source, search.filters.id);
  const differing = columns.filter(
    ([name, value]) => new Set(found.map(value)).size > 1 || (open && name === "author"),
  );
  return {
    query: queryFacts(search),
    count: found.length,
    columns: differing.map(([name]) => name),
    candidates: found.slice(0, mostRows).map(
      (image): Candidate => ({
        ...named(image),
        cells: differing.map(([, value]) => value(image)),
        change: shortestChange(search, found, image),
      }),
    ),
    picks: picks(search, found),
  };
}

/**
 * The shortest argument that leaves only this image; its ID, if there is none. Each is applied to the whole query, so
 * that the advice is true.
 */
function shortestChange(search: Search, found: readonly Image[], image: Image): Change {
  const { filters } = search;
  const changes = filterNames
    .filter((argument) => filters[argument] === undefined)
    .flatMap((argument) =>
      registry[argument]
        .distinguishing(image)
        .filter((value) => value !== undefined && value !== "" && canBeGiven(value))
        .map((value): Change => ({ ...displaced(argument, filters), [argument]: value })),
    )
    .filter((change) => search.allows(change) && isOnly(search, found, image, change));
  const [shortest = search.byId(image.id)] = [...changes, ...ownSource(search, image)].toSorted(
    (one, other) => length(one) - length(other),
  );
  return shortest;
}

/** Whether a value can be given as the error shows it. */
function canBeGiven(value: ArgumentValue): boolean {
  return [value].flat().every((one) => typeof one !== "string" || isWritable(one));
}

/** The catalogue of an image, if only this one matches there: an image of an earlier one may stand in it as well. */
function ownSource(search: Search, { id, source }: Image): readonly Change[] {
  const change = { source };
  if (search.scope.source !== "any" || !search.allows(change)) return [];
  const images = [...search.images, ...(search.repeated?.() ?? [])].filter((one) => one.source === source);
  const [only, another] = matching(images, filtersOver(search.filters, images));
  return only?.id === id && another === undefined ? [change] : [];
}

/** Arguments that have to go where another one of their group is given. */
function displaced(argument: FilterName, filters: Filters): Change {
  const group = exclusiveArguments.find((names) => names.includes(argument)) ?? [];
  const given = filterNames.filter((name) => group.includes(name) && filters[name] !== undefined);
  return Object.fromEntries(given.map((name) => [name, undefined]));
}

function isOnly(search: Search, found: readonly Image[], image: Image, change: Change): boolean {
  const filters = filtersOver(changedFilters(search.filters, change), search.images);
  // Where a filter goes, images may match that did not before.
  const pool = Object.values(change).includes(undefined) ? search.images : found;
  const [only, another] = matching(pool, filters);
  return only?.id === image.id && another === undefined;
}

function length(change: Change): number {
  return JSON.stringify(change).length;
}

/** Ways to take the first of the matches, as far as the query may be asked in them. */
function picks(search: Search, [first]: readonly Image[]): readonly FirstPick[] {
  const publishers = first === undefined ? [] : publisherChanges(first);
  return (["mostRecent", "orderBy"] as const).flatMap((argument) => {
    const value = argument === "mostRecent" ? true : latest;
    const change = [{}, ...publishers]
      .map((publisher): Change => ({ ...publisher, [argument]: value }))
      .find((one) => search.allows(one));
    return change === undefined ? [] : [{ argument, change }];
  });
}

/** Arguments that ask for the publisher of an image: a flag, where one does, before names and IDs. */
function publisherChanges(image: Image): readonly Change[] {
  return publisherArguments
    .map((argument) => ({ argument, value: registry[argument].publisherOf?.(image) }))
    .toSorted((one, other) => Number(other.value === true) - Number(one.value === true))
    .flatMap(({ argument, value }) =>
      value === undefined || !canBeGiven(value) ? [] : [{ [argument]: value }],
    );
}
