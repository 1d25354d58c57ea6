import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { Image } from "../../../provider/contract/image.ts";
import { ResponseShapeError } from "../../../provider/errors/response-shape-error.ts";
import { type Listing, readListing } from "../../../provider/listings/read-listing.ts";
import {
  type Answer,
  createChangingServer,
  failure,
  type Habits,
  type History,
} from "../../support/listings/changing-server.ts";

const never = new AbortController().signal;
const share = fc.integer({ min: 0, max: 99 }).map((percent) => percent / 100);

const change = fc.record({
  after: fc.integer({ min: 1, max: 14 }),
  what: fc.constantFrom(
    ...(["insert", "insert", "delete", "delete", "exchange", "move", "rewrite", "turn round"] as const),
  ),
  from: share,
  to: share,
  rows: fc.integer({ min: 1, max: 6 }),
});

function histories(most: number, changes: number): fc.Arbitrary<History> {
  return fc.record({
    counts: fc.tuple(fc.nat(most), fc.nat(Math.ceil(most / 2)), fc.nat(Math.ceil(most / 9))),
    mix: fc.nat(1_000_000),
    changes: fc.array(change, { maxLength: changes }),
    turns: fc.array(fc.nat(7), { minLength: 1, maxLength: 5 }),
  });
}

const honest: Habits = {
  pages: "per type",
  clamp: 0,
  ignores: "nothing",
  claim: (rows) => rows,
  spoil: (rows) => rows,
};
const small: Habits = { ...honest, clamp: 7 };

/** Servers whose answers follow from the list and the offset: what they do, and their rows of one type at most. */
const steady: readonly (readonly [string, number, Habits])[] = [
  ["pages each type by itself", 220, honest],
  ["pages all types together", 140, { ...honest, pages: "together" }],
  ["sends 7 rows of a type at most", 30, small],
  ["sends 7 rows at most", 25, { ...small, pages: "together" }],
  ["ignores Limit", 140, { ...honest, ignores: "limit" }],
  ["ignores Offset", 60, { ...honest, ignores: "offset" }],
  ["does not count", 30, { ...small, claim: () => 0 }],
  ["counts too low", 30, { ...small, claim: (rows) => rows - 9 }],
];

/** Servers whose answers also differ from one to the next. */
const moody: typeof steady = [
  ["counts anew each time", 30, { ...small, claim: (rows, answer) => rows + ((answer * 7) % 5) - 2 }],
  ["counts on some pages only", 30, { ...small, claim: (rows, answer) => (answer % 2 === 0 ? rows : 0) }],
  ["sends a page empty", 30, { ...small, spoil: (rows, answer) => (answer === 3 ? [] : rows) }],
  ["sends a page short", 30, { ...small, spoil: (rows, answer) => (answer === 3 ? rows.slice(2) : rows) }],
  [
    "changes the size of its pages",
    30,
    { ...small, spoil: (rows, answer) => rows.slice(0, 9 - (answer % 4)) },
  ],
  ["fails at a page", 30, { ...small, spoil: (rows, answer) => (answer === 4 ? undefined : rows) }],
];

/** The pages that a walk goes by, up to the first one that brings nothing new. */
function pagesSeen(walk: readonly Answer[]): Answer[] {
  const known = new Set<string>();
  const seen: Answer[] = [];
  for (const answer of walk.toSorted((one, other) => one.offset - other.offset)) {
    seen.push(answer);
    const before = known.size;
    for (const { id } of answer.page) known.add(id);
    if (known.size === before) break;
  }
  return seen;
}

const idsOf = (list: readonly Image[]): string =>
  list
    .map(({ id }) => id)
    .toSorted()
    .join();

/**
 * Whether no client can see that rows were lost: what the server claims is the same on every page, and it is too low,
 * or rows were exchanged for others meanwhile.
 */
function isBlind(walk: readonly Answer[]): boolean {
  const seen = pagesSeen(walk);
  const claims = new Set(seen.map(({ claim }) => claim).filter((claim) => claim > 0));
  if (claims.size > 1) return false;
  const low = seen.some(({ claim, list }) => Math.max(claim, ...claims) < list.length);
  return low || new Set(walk.map(({ list }) => idsOf(list))).size > 1;
}

async function outcome(read: Promise<Listing<Image>>): Promise<Listing<Image> | Error> {
  try {
    return await read;
  } catch (error) {
    if (error === failure || error instanceof ResponseShapeError) return error as Error;
    throw error;
  }
}

const differs = (before: Image, now: Image): boolean => before.name !== now.name;
const options = { maxPages: 100, differs };

/** Laws that an answer breaks. */
function broken(
  { entries: images, changedDuringRead }: Listing<Image>,
  walks: readonly (readonly Answer[])[],
): string[] {
  const last = walks.at(-1) ?? [];
  const seen = pagesSeen(last).flatMap(({ page }) => page);
  const newest = new Map(seen.map((row) => [row.id, row]));
  const pages = last.toSorted((one, other) => one.offset - other.offset).flatMap(({ page }) => page);
  const later = new Set(pages.slice(seen.length));
  const ids = new Set(images.map(({ id }) => id));
  const lists = walks.flat().map(({ list }) => new Set(list.map(({ id }) => id)));
  const lost = [...(lists[0] ?? [])].filter((id) => !ids.has(id) && lists.every((list) => list.has(id)));
  const rules: Readonly<Record<string, boolean>> = {
    "no ID comes twice": ids.size === images.length,
    "every row was sent, and is as it was sent last": images.every(
      (row) => newest.get(row.id) === row || later.has(row),
    ),
    "no row is lost in silence": lost.length === 0 || changedDuringRead || isBlind(last),
    "two contents of one row are told":
      changedDuringRead || seen.every((row) => newest.get(row.id)?.name === row.name),
  };
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [rule]));
}

test.each([...steady, ...moody])(
  "nothing is lost in silence, doubled or invented while the list changes of a server that %s",
  async (_, most, habits) => {
    await fc.assert(
      fc.asyncProperty(histories(most, 4), async (history) => {
        const { readPage, walks } = createChangingServer(history, habits);
        const found = await outcome(readListing(readPage, never, options));
        expect(walks.length).toBeLessThanOrEqual(2);
        // As many pages as allowed, and those that were asked for ahead.
        for (const walk of walks) expect(walk.length).toBeLessThanOrEqual(107);
        expect(found instanceof Error ? [] : broken(found, walks)).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  },
  60_000,
);

test.each(steady)(
  "the answer is the same in whatever order its pages come from a server that %s",
  async (_, most, habits) => {
    await fc.assert(
      fc.asyncProperty(histories(most, 0), async (history) => {
        const shuffled = createChangingServer(history, habits);
        const inOrder = createChangingServer({ ...history, turns: [0] }, habits);
        const found = await outcome(readListing(shuffled.readPage, never, options));
        expect(found).toEqual(await outcome(readListing(inOrder.readPage, never, options)));
        expect(found).not.toHaveProperty("changedDuringRead", true);
      }),
      { numRuns: 500 },
    );
  },
  60_000,
);

test.each([
  ["100", 100, steady[0]],
  ["7", 7, steady[2]],
] as const)(
  "a server of %s rows of a type a page is asked for no more than is ahead",
  async (_, step, server) => {
    const [, most, habits] = server ?? ["", 0, honest];
    await fc.assert(
      fc.asyncProperty(histories(most, 0), async (history) => {
        const { readPage, walks } = createChangingServer(history, habits);
        await readListing(readPage, never, options);
        const pages = Math.ceil(Math.max(...history.counts) / step);
        const all = history.counts.reduce((sum, count) => sum + count);
        // How the rows are shared out among the types shows only at the end, so all of them could be of one.
        const most = Math.min(Math.ceil(all / step) + 2, pages + 1 + 7);
        expect(walks).toHaveLength(1);
        expect(walks.flat().length).toBeLessThanOrEqual(most);
      }),
      { numRuns: 500 },
    );
  },
);
