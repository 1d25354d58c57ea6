import { ResponseShapeError } from "../errors/response-shape-error.ts";
import { mostRequests } from "../ucloud/shared-limits.ts";
import { type Listed, type Page, pageLimit, type ReadPage } from "./page.ts";
import { createReadAhead } from "./read-ahead.ts";

/** How a listing is read, and within which bounds. */
export interface ListingOptions<Item extends Listed> {
  /** Pages asked for at once. @default as many as there are requests at once */
  readonly width?: number;
  /** Pages asked for beyond those, where they are needed in any case; something else has to let them wait. @default 0 */
  readonly waiting?: number;
  /** @default 20000 */
  readonly maxRows?: number;
  /** @default 3000 */
  readonly maxPages?: number;
  /** Whether a row that came twice said something else the second time. @default it never does */
  readonly differs?: (before: Item, now: Item) => boolean;
}

type Options<Item extends Listed> = Required<ListingOptions<Item>>;

/** A whole listing. */
export interface Listing<Item extends Listed> {
  readonly entries: readonly Item[];
  /** Whether the server changed it each time that it was read, so that a row that moved may be missing. */
  readonly changedDuringRead: boolean;
}

/**
 * Reads a whole listing: every image, or an error, never a part.
 *
 * Limit and Offset count per image type, so a page can hold more rows than Limit, and Offset has to advance by the
 * largest number of rows of one type. That is also right where types page together and where the server clamps Limit.
 *
 * A row that goes moves the rows behind it, and the next page then begins too late. The number of rows that the server
 * claims tells so. It cannot tell of a row that went while another one came, with the same number on every page: no
 * client sees that. Neither does one whose server does not count, or counts too low.
 */
export async function readListing<Item extends Listed>(
  readPage: ReadPage<Item>,
  signal: AbortSignal,
  given: ListingOptions<Item> = {},
): Promise<Listing<Item>> {
  const options = {
    width: mostRequests,
    waiting: 0,
    maxRows: 20_000,
    maxPages: 3000,
    differs: () => false,
    ...given,
  };
  const quick = await walk(readPage, signal, options, "fixed step");
  if (quick.complete && !quick.changedDuringRead) return listed(quick);
  // Rows may have moved between pages, or a page was cut short: read once more, each step measured on the page before.
  const careful = await walk(readPage, signal, { ...options, width: 1, waiting: 0 }, "measured step");
  if (careful.complete) return listed(careful);
  const { images, total, stuck } = careful;
  throw new ResponseShapeError({
    reason: stuck ? "PAGE_STUCK" : "PAGE_INCOMPLETE",
    read: images.size,
    total,
  });
}

function listed<Item extends Listed>({ images, changedDuringRead }: Walk<Item>): Listing<Item> {
  return { entries: [...images.values()], changedDuringRead };
}

interface Walk<Item extends Listed> {
  readonly images: ReadonlyMap<string, Item>;
  readonly total: number;
  readonly complete: boolean;
  readonly stuck: boolean;
  readonly changedDuringRead: boolean;
}

async function walk<Item extends Listed>(
  readPage: ReadPage<Item>,
  signal: AbortSignal,
  options: Options<Item>,
  pace: "fixed step" | "measured step",
): Promise<Walk<Item>> {
  const tally: Tally<Item> = { images: new Map(), total: 0, rows: 0, changedDuringRead: false };
  const { images } = tally;
  const ahead = createReadAhead(readPage, signal);
  let [offset, step, short, gap] = [0, 0, false, false];
  try {
    for (let pages = 1; ; pages += 1) {
      ahead.ask(offset);
      const wanted = step === 0 ? 1 : pagesAhead(tally, step, options);
      for (let next = ahead.size(); next < wanted; next += 1) ahead.ask(offset + next * step);
      const page = await ahead.take(offset);
      const news = addPage(tally, page, options.differs);
      // A short page has to be the last one; if it was not, the server changed its page size and rows lie between.
      gap ||= pace === "fixed step" && short && news === "more";
      short = pages > 1 && tally.rows < step;
      const { total, changedDuringRead } = tally;
      // A listing that changes is read again anyway.
      if (news === "end" || news === "stuck" || (changedDuringRead && pace === "fixed step")) {
        const complete = news === "end" && !gap && images.size >= total;
        return { images, total, complete, stuck: news === "stuck", changedDuringRead };
      }
      if (images.size > options.maxRows || pages >= options.maxPages) {
        throw new ResponseShapeError({ reason: "LISTING_TOO_LARGE", read: images.size, pages });
      }
      const measured = largestType(page.entries);
      if (pace === "measured step" || step === 0) step = Math.min(pageLimit, measured);
      offset += news === "more" ? step : Math.max(step, measured);
    }
  } finally {
    ahead.stop();
  }
}

/** As many pages as the remaining rows could need, and the empty one that confirms the end. */
function pagesAhead<Item extends Listed>(
  { images, total, rows }: Tally<Item>,
  step: number,
  { width, waiting }: Options<Item>,
): number {
  const remaining = total - images.size;
  // If all of them are as full as the last one.
  const needed = Math.ceil(remaining / Math.max(rows, 1));
  return Math.min(Math.ceil(remaining / step) + 1, Math.max(width, Math.min(needed, width + waiting)));
}

interface Tally<Item extends Listed> {
  readonly images: Map<string, Item>;
  /** Newest claim of the server that is one. */
  total: number;
  /** Rows of the last page. */
  rows: number;
  /** Whether claims or rows changed from page to page. */
  changedDuringRead: boolean;
}

/** Counts a page in and says what it is: more images, the end, only known images but fewer of them, or a repetition. */
function addPage<Item extends Listed>(
  tally: Tally<Item>,
  page: Page<Item>,
  differs: Options<Item>["differs"],
): "more" | "end" | "fewer" | "stuck" {
  const { images, rows: rowsBefore } = tally;
  const before = images.size;
  for (const image of page.entries) {
    const known = images.get(image.id);
    if (known !== undefined && differs(known, image)) tally.changedDuringRead = true;
    images.set(image.id, image);
  }
  tally.rows = page.entries.length;
  // A server that does not count says 0.
  if (page.total > 0) {
    if (tally.total > 0 && page.total !== tally.total) tally.changedDuringRead = true;
    tally.total = page.total;
  }
  if (images.size > before) return "more";
  if (tally.rows === 0 || images.size === tally.total) return "end";
  // The count is wrong or missing. A server that ignores Limit sends less from page to page, down to nothing; one
  // that ignores Offset sends the same for ever.
  return tally.rows < rowsBefore ? "fewer" : "stuck";
}

function largestType(images: readonly Listed[]): number {
  const counts = new Map<string | undefined, number>();
  for (const { imageType } of images) counts.set(imageType, (counts.get(imageType) ?? 0) + 1);
  return Math.max(...counts.values());
}
