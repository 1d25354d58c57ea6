import type { Change, NamedImage, QueryFacts } from "./query-facts.ts";

/** A match among several: what tells it apart, and the change to the query that leaves only it. */
export interface Candidate extends NamedImage {
  /** Values of the columns. */
  readonly cells: readonly string[];
  readonly change: Change;
}

/** A way to take the first of the matches, with what else has to be given to be allowed it. */
export interface FirstPick {
  readonly argument: "mostRecent" | "orderBy";
  readonly change: Change;
}

/** Why a query that has to mean one image means several. */
export interface SeveralMatches {
  readonly query: QueryFacts;
  readonly count: number;
  /** Members in which the matches differ. */
  readonly columns: readonly string[];
  /** The first matches in the order of the result. */
  readonly candidates: readonly Candidate[];
  readonly picks: readonly FirstPick[];
}

/** A list that is longer than `maxCount` allows. */
export interface TooMany {
  readonly query: QueryFacts;
  readonly found: number;
  readonly most: number;
  readonly first: readonly NamedImage[];
}
