import type { Image } from "../contract/image.ts";
import { ResponseShapeError } from "../errors/response-shape-error.ts";

/** Largest page that CompShare answers. */
export const pageLimit = 100;

/** One page of a listing. */
export interface Page {
  readonly images: readonly Image[];
  /** Number of all rows, as the server claims it; it is not always right. */
  readonly total: number;
}

/** Asks for the page that starts after `offset` rows of each image type. */
export type ReadPage = (offset: number, signal: AbortSignal) => Promise<Page>;

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
export async function readListing(
  readPage: ReadPage,
  signal: AbortSignal,
  bounds: ListingBounds = {},
): Promise<Image[]> {
  const limits: Bounds = { width: 8, maxRows: 20_000, maxPages: 3000, ...bounds };
  const quick = await walk(readPage, signal, limits, "fixed step");
  if (quick.complete) return [...quick.images.values()];
  // Rows may have moved between pages, or a page was cut short: read once more, each step measured on the page before.
  const careful = await walk(readPage, signal, { ...limits, width: 1 }, "measured step");
  if (careful.complete) return [...careful.images.values()];
  const count = `${careful.images.size} of ${careful.total} images`;
  throw careful.stuck
    ? new ResponseShapeError(
        "PAGE_STUCK",
        `the gateway repeats pages: only ${count} could be read, and an incomplete list is no answer`,
      )
    : new ResponseShapeError(
        "PAGE_INCOMPLETE",
        `the gateway ended the list early: only ${count} could be read, and an incomplete list is no answer`,
      );
}

interface Walk {
  readonly images: ReadonlyMap<string, Image>;
  readonly total: number;
  readonly complete: boolean;
  readonly stuck: boolean;
}

async function walk(
  readPage: ReadPage,
  signal: AbortSignal,
  bounds: Bounds,
  pace: "fixed step" | "measured step",
): Promise<Walk> {
  const images = new Map<string, Image>();
  const ahead = createReadAhead(readPage, signal);
  let [total, offset, step, gain] = [0, 0, 0, 0];
  let [short, gap] = [false, false];
  try {
    for (let pages = 1; ; pages += 1) {
      ahead.ask(offset);
      // As many pages as the remaining rows seem to need, and the empty one that confirms the end.
      const wanted = step === 0 ? 1 : Math.ceil((total - images.size) / gain) + 1;
      for (let next = ahead.size(); next < Math.min(wanted, bounds.width); next += 1)
        ahead.ask(offset + next * step);
      const page = await ahead.take(offset);
      const before = images.size;
      for (const image of page.images) images.set(image.id, image);
      gain = images.size - before;
      total = Math.max(total, page.total);
      // A short page has to be the last one; if it was not, the server changed its page size and rows lie between.
      gap ||= short && gain > 0;
      short = pages > 1 && page.images.length < step;
      if (gain === 0) {
        const ended = page.images.length === 0 || images.size >= total;
        return { images, total, complete: ended && !gap && images.size >= total, stuck: !ended };
      }
      if (images.size > bounds.maxRows || pages >= bounds.maxPages) throw tooLarge(images.size, pages);
      if (pace === "measured step" || step === 0) step = Math.min(pageLimit, largestType(page.images));
      offset += step;
    }
  } finally {
    ahead.stop();
  }
}

function largestType(images: readonly Image[]): number {
  const counts = new Map<string | undefined, number>();
  for (const { imageType } of images) counts.set(imageType, (counts.get(imageType) ?? 0) + 1);
  return Math.max(...counts.values());
}

function tooLarge(rows: number, pages: number): ResponseShapeError {
  return new ResponseShapeError(
    "LISTING_TOO_LARGE",
    `the list does not end: ${rows} images on ${pages} pages were read`,
  );
}

interface ReadAhead {
  ask(offset: number): void;
  take(offset: number): Promise<Page>;
  size(): number;
  /** Aborts what nobody waits for any more. */
  stop(): void;
}

function createReadAhead(readPage: ReadPage, signal: AbortSignal): ReadAhead {
  const asked = new Map<number, Promise<Page>>();
  const controller = new AbortController();
  const either = AbortSignal.any([signal, controller.signal]);
  const ask = (offset: number): Promise<Page> => {
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
