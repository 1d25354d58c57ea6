/** What is wrong with arguments that say which image is meant, although each of them is of the right kind. */
export interface QueryProblems {
  /** Arguments of which only one may be given. */
  readonly exclusive: { readonly arguments: readonly string[] };
  readonly zoneOutsideRegion: {
    readonly zone: string;
    readonly zoneRegion: string;
    readonly region: string;
  };
  /** It takes whatever comes next in a catalogue into which everybody may put images, and no argument says who publishes it. */
  readonly untrustedSource: { readonly source: string; readonly needsOneOf: readonly string[] };
  readonly minOverMax: { readonly minCount: number; readonly maxCount: number };
}

/** What is wrong with the value of a filter. */
export interface FilterProblems {
  readonly versionRange: object;
  /** Words and a range of versions behind them. */
  readonly osVersionRange: object;
  readonly moment: object;
  /** A tag of spaces and commas alone. */
  readonly blankTag: object;
  readonly tooLong: { readonly mostCharacters: number };
  readonly regularExpression: object;
  readonly glob: object;
}
