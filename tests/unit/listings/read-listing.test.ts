import { expect, test } from "@jest/globals";
import type { Image } from "../../../provider/contract/image.ts";
import { ApiError } from "../../../provider/errors/api-error.ts";
import { CancelledError } from "../../../provider/errors/cancelled-error.ts";
import type { Page, ReadPage } from "../../../provider/listings/page.ts";
import { type ListingOptions, readListing } from "../../../provider/listings/read-listing.ts";
import { retCodeMeaning } from "../../../provider/ucloud/ret-codes.ts";
import { createListingServer, type ServerModel } from "../../support/listings/listing-server.ts";
import { makeImage, makeImages } from "../../support/listings/make-image.ts";
import { messageOf, rejectionOf } from "../../support/thrown.ts";

const never = new AbortController().signal;
const small = makeImages({ System: 9, App: 52, Other: 11 });
const thousand = makeImages({ System: 125, App: 750, Other: 125 });
const honest = { pages: "per type", clamp: 0, ignores: "nothing" } as const;

const hundreds = (last: number): number[] =>
  Array.from({ length: last / 100 + 1 }, (_, index) => index * 100);

test.each<[string, typeof small, ServerModel, readonly number[]]>([
  ["no rows: one page", [], { ...honest, total: 0 }, [0]],
  ["72 rows: the page and an empty one", small, { ...honest, total: 72 }, [0, 52]],
  ["72 rows without a count", small, { ...honest, total: 0 }, [0, 52]],
  ["72 rows, counted too low", small, { ...honest, total: 40 }, [0, 52]],
  ["72 rows, counted as one", small, { ...honest, total: 1 }, [0, 52]],
  ["72 rows, Limit ignored", small, { ...honest, ignores: "limit", total: 72 }, [0, 52]],
  ["72 rows, Offset ignored", small, { ...honest, ignores: "offset", total: 72 }, [0, 52]],
  [
    "72 rows, seven of a type a page",
    small,
    { ...honest, clamp: 7, total: 72 },
    [0, 7, 14, 21, 28, 35, 42, 49, 56],
  ],
  [
    "1,000 rows: eight pages of 750 App rows and an empty one",
    thousand,
    { ...honest, total: 1000 },
    hundreds(800),
  ],
  [
    "1,000 rows, Limit ignored: all at once, then what is known",
    thousand,
    { ...honest, ignores: "limit", total: 1000 },
    [0, 100],
  ],
  [
    "1,000 rows, Limit ignored, no count: known rows, then none",
    thousand,
    { ...honest, ignores: "limit", total: 0 },
    [0, 100, 750],
  ],
])("%s", async (_, images, model, offsets) => {
  const server = createListingServer(images, model);
  const found = await readListing(server.readPage, never);
  expect(found.changedDuringRead).toBe(false);
  expect(found.entries.map(({ id }) => id).sort()).toEqual(images.map(({ id }) => id).sort());
  expect(server.offsets).toEqual(offsets);
});

test.each<[string, ListingOptions<Image>, number]>([
  ["eight at once", {}, 8],
  ["sixteen at once, where eight may wait", { waiting: 8 }, 16],
])("20,000 rows are read with 151 requests, at most %s", async (_, options, atOnce) => {
  const images = makeImages({ System: 2500, App: 15_000, Other: 2500 });
  const server = createListingServer(images, { ...honest, total: 20_000 });
  let [open, most] = [0, 0];
  const readPage: ReadPage<Image> = async (offset, signal) => {
    open += 1;
    most = Math.max(most, open);
    // Later pages answer first.
    await new Promise((resolve) => setTimeout(resolve, 8 - ((offset / 100) % 8)));
    open -= 1;
    return server.readPage(offset, signal);
  };
  const { entries: found } = await readListing(readPage, never, options);
  expect(new Set(found.map(({ id }) => id)).size).toBe(20_000);
  expect(server.offsets).toHaveLength(151);
  expect(most).toBe(atOnce);
});

test("a page that may not be needed is not asked for only because it may wait", async () => {
  const server = createListingServer(small, { ...honest, clamp: 7, total: 72 });
  await readListing(server.readPage, never, { waiting: 8 });
  expect(server.offsets).toEqual([0, 7, 14, 21, 28, 35, 42, 49, 56]);
});

test.each<[string, typeof small, ServerModel, string]>([
  [
    "a repeated page",
    thousand,
    { ...honest, ignores: "offset", total: 1000 },
    "PAGE_STUCK: the gateway repeats pages: only 300 of 1000 images could be read, and an incomplete list is no result",
  ],
  [
    "a repeated page without a count",
    small,
    { ...honest, ignores: "offset", total: 0 },
    "PAGE_STUCK: the gateway repeats pages: 72 images could be read and nothing says that there are no more; an incomplete list is no result",
  ],
  [
    "fewer rows than counted",
    small,
    { ...honest, total: 75 },
    "PAGE_INCOMPLETE: the gateway ended the list early: only 72 of 75 images could be read, and an incomplete list is no result",
  ],
  [
    "a count and no rows",
    [],
    { ...honest, total: 72 },
    "PAGE_INCOMPLETE: the gateway ended the list early: only 0 of 72 images could be read, and an incomplete list is no result",
  ],
  [
    "more rows than any catalogue has",
    makeImages({ App: 20_001 }),
    { ...honest, total: 20_001 },
    "LISTING_TOO_LARGE: the list does not end: 20001 images on 201 pages were read",
  ],
])("%s is an error with what was read", async (_, images, model, message) => {
  const server = createListingServer(images, model);
  const error = await rejectionOf(readListing(server.readPage, never));
  expect(error).toMatchObject({ code: "RESPONSE_UNEXPECTED", category: "internal" });
  expect(messageOf(error)).toBe(message);
});

test("a list that never ends is given up after 3,000 pages", async () => {
  const endless = async (offset: number): Promise<Page<Image>> => ({
    entries: [makeImage({ id: `image-${offset}` })],
    total: 0,
  });
  const error = await rejectionOf(readListing(endless, never));
  expect(error).toMatchObject({ reason: "LISTING_TOO_LARGE", facts: { read: 3000, pages: 3000 } });
});

test("an early empty page is read once more before it is believed", async () => {
  let hiccups = 1;
  const server = createListingServer(thousand, { ...honest, total: 1000 });
  const { entries: found } = await readListing(async (offset, signal) => {
    if (offset === 300 && hiccups-- > 0) return { entries: [], total: 1000 };
    return server.readPage(offset, signal);
  }, never);
  expect(found).toHaveLength(1000);
});

test("pages that become shorter are no end, also where the server does not count", async () => {
  const images = makeImages({ App: 300 });
  const whole = createListingServer(images, { ...honest, total: 0 });
  const clamped = createListingServer(images, { ...honest, clamp: 7, total: 0 });
  const { entries: found } = await readListing(
    (offset, signal) => (whole.offsets.length === 0 ? whole : clamped).readPage(offset, signal),
    never,
  );
  expect(found).toHaveLength(300);
});

test("a page that does not count leaves the count of the one before", async () => {
  const first = createListingServer(small, { ...honest, total: 80 });
  const later = createListingServer(small, { ...honest, total: 0 });
  const read = readListing(
    (offset, signal) => (offset === 0 ? first : later).readPage(offset, signal),
    never,
  );
  expect(await rejectionOf(read)).toMatchObject({ facts: { read: 72, total: 80 } });
});

test("an ID that comes twice is one image, as it came last", async () => {
  const pages = [
    [makeImage({ id: "a", status: "Making" }), makeImage({ id: "b" })],
    [makeImage({ id: "a", status: "Available" }), makeImage({ id: "c" })],
    [],
  ];
  const { entries: found } = await readListing(
    async (offset) => ({ entries: pages[offset / 2] ?? [], total: 3 }),
    never,
  );
  expect(found.map(({ id, status }) => `${id} ${status}`)).toEqual([
    "a Available",
    "b Available",
    "c Available",
  ]);
});

/** Pages of the thousand rows whose answers the test gives, with the signals that they were asked with. */
function heldPages() {
  const pages = new Map<number, { signal: AbortSignal; fail: (error: Error) => void; answer: () => void }>();
  const server = createListingServer(thousand, { ...honest, total: 1000 });
  const readPage = (offset: number, signal: AbortSignal): Promise<Page<Image>> =>
    new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(new CancelledError()), { once: true });
      pages.set(offset, {
        signal,
        fail: reject,
        answer: () => void server.readPage(offset, signal).then(resolve, reject),
      });
    });
  return { pages, readPage };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("a page that fails fails the whole and aborts the others", async () => {
  const { pages, readPage } = heldPages();
  const outcome = readListing(readPage, never).catch((error: unknown) => error);
  pages.get(0)?.answer();
  await turn();
  expect([...pages.keys()]).toEqual(hundreds(800));
  const refusal = new ApiError({
    action: "DescribeCompShareImages",
    retCode: 150,
    message: undefined,
    requestId: undefined,
    meaning: retCodeMeaning(150, undefined),
  });
  pages.get(100)?.fail(refusal);
  expect(await outcome).toBe(refusal);
  expect(
    hundreds(800)
      .slice(2)
      .every((offset) => pages.get(offset)?.signal.aborted),
  ).toBe(true);
});

test("an abort stops every page and asks for no more", async () => {
  const { pages, readPage } = heldPages();
  const caller = new AbortController();
  const outcome = readListing(readPage, caller.signal).catch((error: unknown) => error);
  pages.get(0)?.answer();
  await turn();
  caller.abort();
  expect(await outcome).toBeInstanceOf(CancelledError);
  await turn();
  expect([...pages.keys()]).toEqual(hundreds(800));
  expect([...pages.values()].every(({ signal }) => signal.aborted)).toBe(true);
});
