import type { Image } from "../../contract/image.ts";
import type { Filters } from "../../contract/query.ts";
import type { InputProblem } from "../../errors/input-problem.ts";
import type { ArgumentValue, Change } from "../../errors/query-facts.ts";
import { anyOdd } from "../../ucloud/odd-members.ts";
import type { Broken, Filter, FilterName, Test, Wanted } from "./filter.ts";
import { registry } from "./registry.ts";

/** A filter that was asked for, ready to be applied. */
export interface AppliedFilter
  extends Pick<
    Filter<unknown>,
    "reads" | "shown" | "lacking" | "isSpecified" | "advise" | "hasSubstitutes" | "publisherOf"
  > {
  readonly argument: FilterName;
  readonly wanted: ArgumentValue;
  readonly passes: Test;
  readonly fallback: { readonly passes: Test; readonly reads: Reads } | undefined;
  /** Whether the fallback counts instead. */
  readonly fellBack: boolean;
  readonly widened: ((keptOut: readonly Image[], all: readonly Image[]) => Change) | undefined;
}

type Reads = Filter<unknown>["reads"];

type Given = { readonly [Name in FilterName]?: Wanted[Name] | undefined };

type Prepared = AppliedFilter | (Broken & { readonly argument: FilterName });

/** Names of all filter arguments, in the order in which they are applied. */
export const filterNames = Object.keys(registry).filter(isFilterName);

/** The arguments that say who has published an image. */
export const publisherArguments = filterNames.filter((name) => registry[name].publisherOf !== undefined);

/** Whether a query says who has published what it asks for. */
export function asksForPublisher(filters: Partial<Filters>): boolean {
  const given: Given = filters;
  return publisherArguments.some((argument) => isAsked(argument, given[argument]));
}

function isFilterName(name: string): name is FilterName {
  return Object.hasOwn(registry, name);
}

function prepared(filters: Filters): readonly Prepared[] {
  const given: Given = filters;
  return filterNames.flatMap((argument) => prepare(argument, given[argument]));
}

function isAsked<Name extends FilterName>(
  argument: Name,
  wanted: Wanted[Name] | undefined,
): wanted is Wanted[Name] {
  const filter: Filter<Wanted[Name]> = registry[argument];
  return wanted !== undefined && filter.asks(wanted);
}

/** The filter of one argument; none where it is not asked for. */
function prepare<Name extends FilterName>(
  argument: Name,
  wanted: Wanted[Name] | undefined,
): readonly Prepared[] {
  if (!isAsked(argument, wanted)) return [];
  const filter: Filter<Wanted[Name]> = registry[argument];
  const test = filter.test(wanted);
  if (typeof test !== "function") return [{ argument, ...test }];
  const { widened, fallback, takesUnknown } = filter;
  // Nearly every image passes or fails before what could not be read of it has to be looked at.
  const judged = (one: Test, reads: Reads): Test =>
    takesUnknown ? one : (image) => one(image) && !anyOdd(image, reads);
  return [
    {
      ...filter,
      argument,
      wanted,
      passes: judged(test, filter.reads),
      fallback: fallback && {
        passes: judged(fallback.test(wanted), fallback.reads),
        reads: fallback.reads,
      },
      fellBack: false,
      widened: widened && ((keptOut, all) => widened(wanted, keptOut, all)),
    },
  ];
}

/** Whether something that a filter reads of an image could not be read from its row. */
export function readsUnknown({ reads }: Pick<Filter<unknown>, "reads">, image: Image): boolean {
  return anyOdd(image, reads);
}

/** The filters of a query with some arguments changed; a filter that is left out takes its default. */
export function changedFilters(filters: Filters, change: Change): Filters {
  const { statuses } = filters;
  const changed = { ...filters, ...change };
  return { ...changed, statuses: changed.statuses ?? statuses };
}

/** Filters whose values cannot be used: no range, no date, no pattern. */
export function filterProblems(filters: Filters): InputProblem[] {
  return prepared(filters).flatMap((filter) =>
    "broken" in filter ? [{ property: filter.argument, problem: filter.broken }] : [],
  );
}

/** The filters of a search that has no such problem, `statuses` last. */
export function appliedFilters(filters: Filters): AppliedFilter[] {
  return prepared(filters).filter((filter) => "passes" in filter);
}

/**
 * The filters of a search as they apply to a listing: where no image passes one that has a fallback, the fallback counts.
 * The images of other publishers than those that are asked for do not decide that: nobody takes away what another's name means.
 */
export function filtersOver(filters: Filters, images: readonly Image[]): AppliedFilter[] {
  const applied = appliedFilters(filters);
  const asked = matching(
    images,
    applied.filter(({ publisherOf }) => publisherOf !== undefined),
  );
  return applied.map((filter) => {
    const { passes, fallback } = filter;
    if (fallback === undefined || asked.some(passes)) return filter;
    const fellBack = { ...filter, ...fallback, fellBack: true };
    if (asked.some(fallback.passes)) return fellBack;
    // No image matches then, and an explanation may name those of others.
    if (images.some(passes)) return filter;
    // That no image passes either may come of what could not be read for the fallback.
    return images.some(fallback.passes) ? fellBack : { ...filter, reads: fallback.reads };
  });
}

/** Whether an image does not pass a filter, and whether it passes the fallback only the whole listing says. */
export function mayFallBack({ passes, fallback }: AppliedFilter, image: Image): boolean {
  return (
    fallback !== undefined && !passes(image) && (fallback.passes(image) || anyOdd(image, fallback.reads))
  );
}

/** Images that pass every filter. */
export function matching(images: readonly Image[], filters: readonly AppliedFilter[]): Image[] {
  return images.filter((image) => filters.every((filter) => filter.passes(image)));
}

/** Images that pass every filter, and those that only `statuses` leaves out. */
export interface Matches {
  readonly passing: readonly Image[];
  /** Those of another state. */
  readonly hidden: readonly Image[];
  /** Those whose state could not be read. */
  readonly unread: readonly Image[];
}

/** The images that a search means, apart from those whose state is not wanted. */
export function matchesOf(images: readonly Image[], filters: readonly AppliedFilter[]): Matches {
  const byStatus = (wanted: boolean): readonly AppliedFilter[] =>
    filters.filter(({ argument }) => (argument === "statuses") === wanted);
  const statuses = byStatus(true);
  const found = matching(images, byStatus(false));
  const left = found.filter((image) => !statuses.every((filter) => filter.passes(image)));
  const isUnread = (image: Image): boolean => statuses.some((filter) => readsUnknown(filter, image));
  return {
    passing: matching(found, statuses),
    hidden: left.filter((image) => !isUnread(image)),
    unread: left.filter(isUnread),
  };
}

/** Images that a filter leaves out because they do not specify what it asks for, and not because that could not be read. */
export function unspecifiedImages(filter: AppliedFilter, images: readonly Image[]): Image[] {
  return images.filter(
    (image) => !filter.isSpecified(image) && !filter.passes(image) && !readsUnknown(filter, image),
  );
}

/** What was applied, as `selection.appliedFilters` shows it. */
export function describeFilters(filters: readonly AppliedFilter[]): Record<string, string> {
  return Object.fromEntries(
    filters.map(({ argument, wanted }) => [argument, [wanted].flat().map(String).join(", ")]),
  );
}
