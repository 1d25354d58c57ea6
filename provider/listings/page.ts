/** Largest page that CompShare returns. */
export const pageLimit = 100;

/** What a listing counts: an image, or a group that holds the versions of one. */
export interface Listed {
  /** ID of the image or of the group. */
  readonly id: string;
  readonly imageType?: string | undefined;
}

/** One page of a listing. */
export interface Page<Item extends Listed> {
  readonly entries: readonly Item[];
  /** Number of all rows, as the server claims it; it is not always right. */
  readonly total: number;
}

/** Asks for the page that starts after `offset` rows of each image type. */
export type ReadPage<Item extends Listed> = (offset: number, signal: AbortSignal) => Promise<Page<Item>>;
