import { ResponseShapeError } from "../errors/response-shape-error.ts";
import { texts } from "../errors/texts.ts";

/** Largest page that CompShare answers. */
export const pageLimit = 100;

/** What a listing counts: an image, or a group of them. */
export interface Listed {
  readonly id: string;
  readonly imageType?: string | undefined;
}

/** One page of a listing. */
export interface Page<Item extends Listed> {
  readonly images: readonly Item[];
  /** Number of all rows, as the server claims it; it is not always right. */
  readonly total: number;
}

/** Asks for the page that starts after `offset` rows of each image type. */
export type ReadPage<Item extends Listed> = (offset: number, signal: AbortSignal) => Promise<Page<Item>>;

/** Bounds of one listing. */
export interface ListingBounds {
  /** Pages asked for at once. @default 8 */
  readonly width?: number;
  /** @default 20000 */
  readonly maxRows?: number;
  /** @default 3000 */
  readonly maxPages?: number;
}

type Bounds = Required<ListingBounds>;

/**
 * Reads a whole listing: every image, or an error, never a part.
 *
 * Limit and Offset count per image type, so a page can hold more rows than Limit, and Offset has to advance by the
 * largest number of rows of one type. That is also right where types page together and where the server clamps Limit.
 */
export async function readListing<Item extends Listed>(
  readPage: ReadPage<Item>,
  signal: AbortSignal,
  bounds: ListingBounds = {},
): Promise<Item[]> {
  const limits: Bounds = { width: 8, maxRows: 20_000, maxPages: 3000, ...bounds };
  const quick = await walk(readPage, signal, limits, "fixed step");
  if (quick.complete) return [...quick.images.values()];
  // Rows may have moved between pages, or a page was cut short: read once more, each step measured on the page before.
  const careful = await walk(readPage, signal, { ...limits, width: 1 }, "measured step");
  if (careful.complete) return [...careful.images.values()];
  const { listing } = texts().gateway;
  throw careful.stuck
    ? new ResponseShapeError("PAGE_STUCK", `${listing.stuck}: ${shortfall(careful)}`)
    : new ResponseShapeError("PAGE_INCOMPLETE", `${listing.endedEarly}: ${shortfall(careful)}`);
}

function shortfall({ images, total }: Walk<Listed>): string {
  const { listing } = texts().gateway;
  return total > images.size ? listing.only(images.size, total) : listing.perhapsMore(images.size);
}

interface Walk<Item extends Listed> {
  readonly images: ReadonlyMap<string, Item>;
  readonly total: number;
  readonly complete: boolean;
  readonly stuck: boolean;
}

async function walk<Item extends Listed>(
  readPage: ReadPage<Item>,
  signal: AbortSignal,
  bounds: Bounds,
  pace: "fixed step" | "measured step",
): Promise<Walk<Item>> {
  const tally: Tally<Item> = { images: new Map(), total: 0, rows: 0 };
  const { images } = tally;
  const ahead = createReadAhead(readPage, signal);
  let [offset, step, short, gap] = [0, 0, false, false];
  try {
    for (let pages = 1; ; pages += 1) {
      ahead.ask(offset);
      // As many pages as the remaining rows could need, and the empty one that confirms the end.
      const wanted = step === 0 ? 1 : Math.ceil((tally.total - images.size) / step) + 1;
      for (let next = ahead.size(); next < Math.min(wanted, bounds.width); next += 1)
        ahead.ask(offset + next * step);
      const page = await ahead.take(offset);
      const news = addPage(tally, page);
      // A short page has to be the last one; if it was not, the server changed its page size and rows lie between.
      gap ||= pace === "fixed step" && short && news === "more";
      short = pages > 1 && tally.rows < step;
      if (news === "end" || news === "stuck") {
        const complete = news === "end" && !gap && images.size >= tally.total;
        return { images, total: tally.total, complete, stuck: news === "stuck" };
      }
      if (images.size > bounds.maxRows || pages >= bounds.maxPages) throw tooLarge(images.size, pages);
      const measured = largestType(page.images);
      if (pace === "measured step" || step === 0) step = Math.min(pageLimit, measured);
      offset += news === "more" ? step : Math.max(step, measured);
    }
  } finally {
    ahead.stop();
  }
}

interface Tally<Item extends Listed> {
  readonly images: Map<string, Item>;
  /** Largest claim of the server so far. */
  total: number;
  /** Rows of the last page. */
  rows: number;
}

/** Counts a page in and says what it is: more images, the end, only known images but fewer of them, or a repetition. */
function addPage<Item extends Listed>(
  tally: Tally<Item>,
  page: Page<Item>,
): "more" | "end" | "fewer" | "stuck" {
  const { images, rows: rowsBefore } = tally;
  const before = images.size;
  for (const image of page.images) images.set(image.id, image);
  tally.rows = page.images.length;
  tally.total = Math.max(tally.total, page.total);
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

function tooLarge(rows: number, pages: number): ResponseShapeError {
  return new ResponseShapeError("LISTING_TOO_LARGE", texts().gateway.listing.endless(rows, pages));
}

interface ReadAhead<Item extends Listed> {
  ask(offset: number): void;
  take(offset: number): Promise<Page<Item>>;
  size(): number;
  /** Aborts what nobody waits for any more. */
  stop(): void;
}

function createReadAhead<Item extends Listed>(
  readPage: ReadPage<Item>,
  signal: AbortSignal,
): ReadAhead<Item> {
  const asked = new Map<number, Promise<Page<Item>>>();
  const controller = new AbortController();
  const either = AbortSignal.any([signal, controller.signal]);
  const ask = (offset: number): Promise<Page<Item>> => {
    const page = asked.get(offset) ?? readPage(offset, either);
    asked.set(offset, page);
    // A page behind one that fails is never taken; its own failure must not end the process.
    page.catch(() => undefined);
    return page;
  };
  return {
    ask: (offset) => void ask(offset),
    take: async (offset) => {
      const page = await ask(offset);
      asked.delete(offset);
      return page;
    },
    size: () => asked.size,
    stop: () => controller.abort(),
  };
}
