import type { Image } from "../../contract/image.ts";
import type { Filters } from "../../contract/query.ts";
import type { Problem } from "../../errors/input-problem.ts";
import type { Advice, LackingValue } from "../../errors/no-match.ts";
import type { ArgumentValue, Change } from "../../errors/query-facts.ts";
import type { FilterProblems } from "../../errors/query-problems.ts";

export type FilterName = keyof Filters;

/** What each filter argument can ask for. */
export type Wanted = { readonly [Name in FilterName]-?: NonNullable<Filters[Name]> };

/** Whether an image is wanted. */
export type Test = (image: Image) => boolean;

/** Why a value cannot be used. */
export interface Broken {
  readonly broken: Problem<keyof FilterProblems>;
}

/** A query that nothing matches, as the advice of one of its filters sees it. */
export interface Miss {
  readonly argument: FilterName;
  readonly wanted: ArgumentValue;
  /** Images that every other filter lets pass. */
  readonly candidates: readonly Image[];
  /** All images that were read. */
  readonly images: readonly Image[];
  /** Whether the query may be asked with this change, and matches then. */
  readonly works: (change: Change) => boolean;
  /** The change that asks for one image by its ID. */
  readonly byId: (id: string) => Change;
  /** The other filters that an image does not pass. */
  readonly keptOutBy: (image: Image) => readonly FilterName[];
}

/** Everything there is to know of a filter argument. */
export interface Filter<Wanted> {
  /** Builds the test for what is wanted, or says why it cannot be. */
  readonly test: (wanted: Wanted) => Test | Broken;
  /** Whether a value asks for anything: that of a flag that is off does not, and no test is built for it. */
  readonly asks: (wanted: Wanted) => boolean;
  /** Members that the test reads of an image; an image of which one of them could not be read does not pass. */
  readonly reads: (image: Image) => readonly (keyof Image)[];
  /** Whether what could not be read may be asked for, so that the test alone judges it. */
  readonly takesUnknown: boolean;
  /**
   * Of a filter that says who has published an image, so that names are looked for among the images that pass it: the
   * value that asks for the publisher of an image. `undefined` of every other filter.
   */
  readonly publisherOf: ((image: Image) => ArgumentValue | undefined) | undefined;
  /** What to fall back on where no image passes, and what that reads; `undefined` where there is nothing. */
  readonly fallback:
    | { readonly test: (wanted: Wanted) => Test; readonly reads: Filter<Wanted>["reads"] }
    | undefined;
  /** What an image says of it, as people read it; `undefined` where it says nothing. */
  readonly shown: (image: Image) => string | undefined;
  /** What it lacks where it says nothing. */
  readonly lacking: LackingValue | ((image: Image) => LackingValue);
  /** Whether an image specifies what the filter asks for. Images that do not are counted when it leaves them out. */
  readonly isSpecified: Test;
  /** What to try in place of a value that nothing matches. */
  readonly advise: (miss: Miss) => readonly Advice[];
  /** Values of the argument that could tell an image from others; none where the argument cannot. */
  readonly distinguishing: (image: Image) => readonly (ArgumentValue | undefined)[];
  /** Whether an image that only this filter keeps out is worth naming: one that says which image is meant has no substitute. */
  readonly hasSubstitutes: boolean;
  /** The change that lets such images in, where leaving the filter out is not enough; `undefined` where it is. */
  readonly widened:
    | ((wanted: Wanted, keptOut: readonly Image[], all: readonly Image[]) => Change)
    | undefined;
}

/** What only a few filters have. What the others would miss in silence, each of them has to say. */
type Usual = "asks" | "takesUnknown" | "publisherOf" | "fallback" | "widened";

/** A filter; of what only a few filters have it says what it has itself. */
export function filter<Wanted>(
  parts: Omit<Filter<Wanted>, Usual> & Partial<Pick<Filter<Wanted>, Usual>>,
): Filter<Wanted> {
  return {
    asks: () => true,
    takesUnknown: false,
    publisherOf: undefined,
    fallback: undefined,
    widened: undefined,
    ...parts,
  };
}
