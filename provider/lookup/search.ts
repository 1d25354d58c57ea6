import type { Image } from "../contract/image.ts";
import type { Filters, OrderKey } from "../contract/query.ts";
import type { Change, GivenArgument, NamedImage, QueryFacts } from "../errors/query-facts.ts";
import type { Scope } from "../listings/scope.ts";
import { appliedFilters } from "./filters/applied-filters.ts";

/** Which images are meant, and where to look. */
export interface Question {
  readonly filters: Filters;
  readonly scope: Scope;
  readonly orderBy?: readonly OrderKey[] | undefined;
  /** Whether the newest of several matches is meant. @default false */
  readonly mostRecent?: boolean | undefined;
  /** Whether the query may be asked with some arguments changed: advice that is refused is none. */
  readonly allows: (change: Change) => boolean;
  /** The change that asks for one image by its ID. */
  readonly byId: (id: string) => Change;
}

/** A question with the images that were read for it. */
export interface Search extends Question {
  readonly images: readonly Image[];
  /** Whether the listing changed each time that it was read. @default false */
  readonly changedDuringRead?: boolean | undefined;
}

/** What was asked, as errors repeat it. */
export function queryFacts({ filters, scope }: Question): QueryFacts {
  return {
    filters: appliedFilters(filters).map(({ argument, wanted }) => ({ argument, wanted })),
    places: givenPlaces(scope),
    region: scope.region,
    source: scope.source,
  };
}

/** The parts of a scope that the query itself names; what the configuration says is nothing to change in the query. */
function givenPlaces(scope: Scope): GivenArgument[] {
  return (["source", "region", "zone", "projectId"] as const).flatMap((argument) => {
    const [origin, wanted] = [scope.origins?.[argument], scope[argument]];
    const given = origin?.kind === "argument" && origin.name === argument;
    return given && wanted !== undefined ? [{ argument, wanted }] : [];
  });
}

/** An image as errors name it. */
export function named({ id, name }: Image): NamedImage {
  return { id, name };
}

/** Most images that a line names. */
export const mostNamed = 3;

/** The first images as a line names them, and how many more there are. */
export function firstNamed<Named extends NamedImage>(
  images: readonly Image[],
  naming: (image: Image) => Named,
): { readonly images: readonly Named[]; readonly more: number } {
  const shown = images.slice(0, mostNamed).map(naming);
  return { images: shown, more: images.length - shown.length };
}
