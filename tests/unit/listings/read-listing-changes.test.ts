import { expect, test } from "@jest/globals";
import { readListing } from "../../../provider/listings/read-listing.ts";
import { readAll } from "../../../provider/listings/read-source.ts";
import { type Change, createChangingServer } from "../../support/listings/changing-server.ts";
import { scope } from "../../support/listings/open-catalogue.ts";
import { clientOver } from "../../support/ucloud/client-parts.ts";

const never = new AbortController().signal;

/** Reads 300 rows of which something becomes while they are read. */
async function read(...changes: readonly Change[]) {
  const history = { counts: [300, 0, 0], mix: 0, changes, turns: [0] } as const;
  const server = createChangingServer(history, {
    pages: "per type",
    clamp: 0,
    ignores: "nothing",
    claim: (rows) => rows,
    spoil: (rows) => rows,
  });
  const { entries: images, changedDuringRead } = await readListing(server.readPage, never);
  const ids = new Set(images.map(({ id }) => id));
  const rows = Array.from({ length: 300 }, (_, index) => `App-${index}`);
  return {
    changedDuringRead,
    missing: rows.filter((id) => !ids.has(id)),
    added: [...ids].filter((id) => !rows.includes(id)),
    offsets: server.walks.map((walk) => walk.map(({ offset }) => offset)),
  };
}

const remove = (after: number): Change => ({ after, what: "delete", from: 0, to: 0, rows: 1 });
const append = (after: number): Change => ({ after, what: "insert", from: 0, to: 0.999, rows: 1 });

test.each([
  ["another one between two pages", 1, [0, 100]],
  ["nothing, since all the others were read", 3, [0, 100, 200, 300]],
])("a row that goes moves %s, so the list is read once more", async (_, after, offsets) => {
  expect(await read(remove(after))).toEqual({
    changedDuringRead: false,
    missing: ["App-0"],
    added: [],
    offsets: [offsets, [0, 100, 200, 299]],
  });
});

test("a list that lost a row and got another is read again, although its number of rows is as before", async () => {
  expect(await read(remove(1), append(2))).toMatchObject({
    changedDuringRead: false,
    missing: ["App-0"],
    added: ["new-0"],
  });
});

test("a list that changes again while it is read again is given with a warning", async () => {
  expect(await read(remove(1), remove(4))).toMatchObject({ changedDuringRead: true });
});

test("rows that are exchanged between two pages with the same number of rows are what no client sees", async () => {
  expect(await read({ after: 1, what: "exchange", from: 0, to: 0.999, rows: 1 })).toMatchObject({
    changedDuringRead: false,
    missing: ["App-100"],
    added: ["new-0"],
  });
});

/** What is read of a catalogue that sends one row on two pages. */
function readTwice(before: object, now: object) {
  const rows = [
    [{ CompShareImageId: "a", Name: "before", CreatedCount: 1, ...before }, { CompShareImageId: "b" }],
    [{ CompShareImageId: "a", Name: "before", CreatedCount: 2, ...now }, { CompShareImageId: "c" }],
  ];
  const client = clientOver(({ request }) => ({
    ImageSet: rows[Number(request["offset"]) / 2] ?? [],
    TotalCount: 3,
  }));
  return readAll(client, "platform", scope, { deadline: 1000, signal: never });
}

test("a row that comes twice with different contents counts as it came last, with a warning", async () => {
  const { images, changedDuringRead } = await readTwice({}, { Name: "now" });
  expect(images.map(({ id, name }) => [id, name])).toEqual([
    ["a", "now"],
    ["b", ""],
    ["c", ""],
  ]);
  expect(changedDuringRead).toBe(true);
});

test("counters that went on are no different content", async () => {
  expect(await readTwice({}, {})).toMatchObject({ changedDuringRead: false });
});
