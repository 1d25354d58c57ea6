import { defaultRegion } from "../../provider/contract/configuration.ts";
import type { Image } from "../../provider/contract/image.ts";
import { exclusiveArguments, imageQuery } from "../../provider/contract/query.ts";
import type { ArgumentValue } from "../../provider/errors/query-facts.ts";
import {
  appliedFilters,
  changedFilters,
  filterNames,
  matching,
} from "../../provider/lookup/filters/applied-filters.ts";
import type { FilterName } from "../../provider/lookup/filters/filter.ts";
import { registry } from "../../provider/lookup/filters/registry.ts";
import { parseInputs } from "../../provider/schema/parse-inputs.ts";
import type { QueryArguments } from "./page-data.ts";

/** Arguments that say what an image is. A query by its machine's versions alone would mean another image tomorrow. */
const anchors: readonly FilterName[] = ["name", "groupId", "framework"];

/** A tag counts as this much longer: anybody may put it on another image tomorrow. */
const tagLength = 40;

/** An argument with a value that an image of a shelf has, and all images there that have it. */
interface Trait {
  readonly argument: FilterName;
  readonly value: ArgumentValue;
  readonly length: number;
  readonly matches: ReadonlySet<Image>;
}

/**
 * For each image the shortest query that means it and no other: its name where nothing else has it, else one argument
 * or two. Images that only their ID tells apart are not in the result.
 */
export function uniqueQueries(images: readonly Image[], region: string): ReadonlyMap<Image, QueryArguments> {
  const found = new Map<Image, QueryArguments>();
  for (const shelf of shelves(images)) {
    const traits = traitsOf(shelf);
    for (const image of shelf) {
      const query = shortest(image, traits(image));
      const whole = query && { ...query, ...shelfArguments(image, region) };
      if (whole !== undefined && isUsable(whole)) found.set(image, whole);
    }
  }
  return found;
}

/** Images that one query can mean: of one catalogue and of one state. */
function shelves(images: readonly Image[]): readonly (readonly Image[])[] {
  const shelf = ({ source, status = "" }: Image): string => JSON.stringify([source, status]);
  return [...Map.groupBy(images, shelf).values()];
}

/** Arguments that say on which shelf an image is, as far as a query does not look there anyway. */
function shelfArguments({ source, status }: Image, region: string): QueryArguments {
  return {
    ...(source === "platform" ? {} : { source }),
    ...(region === defaultRegion ? {} : { region }),
    ...(status === undefined || status === "Available" ? {} : { statuses: [status] }),
  };
}

/** Reads the traits of an image; who shares one is looked up once. */
function traitsOf(shelf: readonly Image[]): (image: Image) => readonly Trait[] {
  const known = new Map<string, Trait>();
  const read = (argument: FilterName, value: ArgumentValue): Trait => {
    const key = JSON.stringify({ [argument]: value });
    const trait = known.get(key) ?? {
      argument,
      value,
      length: key.length + (argument === "tags" ? tagLength : 0),
      matches: having(argument, value, shelf),
    };
    known.set(key, trait);
    return trait;
  };
  return (image) =>
    filterNames.flatMap((argument) =>
      registry[argument]
        .distinguishing(image)
        .flatMap((value) => (value === undefined || value === "" ? [] : [read(argument, value)])),
    );
}

function having(argument: FilterName, value: ArgumentValue, shelf: readonly Image[]): ReadonlySet<Image> {
  const filters = appliedFilters(changedFilters({ statuses: [] }, { [argument]: value }));
  return new Set(
    matching(
      shelf,
      filters.filter((filter) => filter.argument === argument),
    ),
  );
}

function shortest(image: Image, traits: readonly Trait[]): QueryArguments | undefined {
  const own = traits.filter(({ argument, matches }) => argument !== "id" && matches.has(image));
  const fixed = own.filter(({ argument }) => anchors.includes(argument));
  const single = fixed.filter(({ matches }) => matches.size === 1).map((trait) => [trait]);
  const named = single.filter(([trait]) => trait?.argument === "name");
  const pairs = fixed.flatMap((one) =>
    own
      .filter((other) => other.argument !== one.argument && shareOne(one.matches, other.matches))
      .map((other) => [one, other]),
  );
  const length = (query: readonly Trait[]): number => query.reduce((sum, trait) => sum + trait.length, 0);
  const candidates = [named, single, pairs].find((group) => group.length > 0) ?? [];
  const [best] = candidates.toSorted((one, other) => length(one) - length(other));
  return best && Object.fromEntries(best.map(({ argument, value }) => [argument, value]));
}

/** Whether two sets that both hold an image share nothing else. */
function shareOne(one: ReadonlySet<Image>, other: ReadonlySet<Image>): boolean {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const image of small) {
    if (large.has(image)) shared += 1;
    if (shared > 1) return false;
  }
  return shared === 1;
}

function isUsable(query: QueryArguments): boolean {
  return parseInputs(imageQuery, query, "argument", exclusiveArguments).problems === undefined;
}
