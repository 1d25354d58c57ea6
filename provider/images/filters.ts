import type { Image } from "../contract/image.ts";
import type { Filters } from "../contract/query.ts";
import { tagKeys, wantedTag } from "./tags.ts";

/** Name of a filter argument. */
export type FilterName = keyof Filters;

type Test = (image: Image) => boolean;

/** One row an argument: given what is wanted, which images pass. */
const tests: { readonly [Name in FilterName]-?: (wanted: NonNullable<Filters[Name]>) => Test } = {
  id: (wanted) => (image) => image.id === wanted,
  name: (wanted) => (image) => image.name === wanted,
  nameContains: (wanted) => (image) => image.name.includes(wanted),
  imageType: (wanted) => (image) => image.imageType === wanted,
  author: (wanted) => (image) => image.author === wanted,
  tags: (wanted) => {
    const has = wanted.map(wantedTag);
    return (image) => {
      const present = tagKeys(image.tags);
      return has.every((hasTag) => hasTag(present));
    };
  },
  tagsAny: (wanted) => {
    const has = wanted.map(wantedTag);
    return (image) => {
      const present = tagKeys(image.tags);
      return has.some((hasTag) => hasTag(present));
    };
  },
  statuses: (wanted) => (image) => image.status !== undefined && wanted.includes(image.status),
};

/** A filter that was asked for, ready to be applied. */
export interface AppliedFilter {
  readonly argument: FilterName;
  readonly wanted: string | readonly string[];
  readonly passes: Test;
}

/** The filters of a search in the order in which they are applied and explained; `statuses` comes last. */
export function appliedFilters(filters: Filters): AppliedFilter[] {
  const names = Object.keys(tests) as FilterName[];
  return names.flatMap((argument) => {
    const wanted = filters[argument];
    if (wanted === undefined) return [];
    const test = tests[argument] as (value: typeof wanted) => Test;
    return [{ argument, wanted, passes: test(wanted) }];
  });
}

/** Images that pass every filter. */
export function matching(images: readonly Image[], filters: readonly AppliedFilter[]): Image[] {
  return images.filter((image) => filters.every((filter) => filter.passes(image)));
}

/** What was applied, as `selection.appliedFilters` shows it. */
export function describeFilters(filters: readonly AppliedFilter[]): Record<string, string> {
  return Object.fromEntries(
    filters.map(({ argument, wanted }) => [
      argument,
      typeof wanted === "string" ? wanted : wanted.join(", "),
    ]),
  );
}
