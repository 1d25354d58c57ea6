/** A value of an argument, as a program gives it. */
export type ArgumentValue = string | number | boolean | readonly string[];

/** Arguments to change in a query, by name; `undefined` leaves one out. */
export type Change = Readonly<Record<string, ArgumentValue | undefined>>;

export interface GivenArgument {
  readonly argument: string;
  readonly wanted: ArgumentValue;
}

/** What was asked, and where. */
export interface QueryFacts {
  readonly filters: readonly GivenArgument[];
  /** The arguments that say where to look, as far as the query gives them itself. */
  readonly places: readonly GivenArgument[];
  readonly region: string;
  readonly source: string;
}

/** An image as errors name it. */
export interface NamedImage {
  readonly id: string;
  readonly name: string;
}
