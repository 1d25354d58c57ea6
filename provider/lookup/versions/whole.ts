/** A whole number of a version: its digits where a double could not hold it. */
export type Whole = number | string;
