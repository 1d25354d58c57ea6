import type { Image } from "../../../provider/contract/image.ts";
import type { ReadPage } from "../../../provider/listings/page.ts";
import { rowsAt, type ServerModel } from "./listing-server.ts";
import { makeImage, makeImages } from "./make-image.ts";

/** Something that happens to the list between two pages. Places are shares of the list, from 0 to 1. */
export interface Change {
  /** Number of pages that are answered before. */
  readonly after: number;
  readonly what: "insert" | "delete" | "exchange" | "move" | "rewrite" | "turn round";
  readonly from: number;
  readonly to: number;
  /** How many rows. */
  readonly rows: number;
}

/** A list and what becomes of it while it is read. */
export interface History {
  /** Rows of each type in the beginning. */
  readonly counts: readonly [number, number, number];
  /** Decides how the rows of the types are mixed. */
  readonly mix: number;
  readonly changes: readonly Change[];
  /** Which of the waiting requests is answered next. */
  readonly turns: readonly number[];
}

/** How a server answers beside the rules of its pages. */
export interface Habits extends Omit<ServerModel, "total"> {
  /** What it claims the number of rows to be, by the true one and the number of the answer. */
  readonly claim: (rows: number, answer: number) => number;
  /** What it makes of a page, by the number of the answer; `undefined` is a failure. */
  readonly spoil: (rows: readonly Image[], answer: number) => readonly Image[] | undefined;
}

/** A page as it was answered, with the whole list of that moment. */
export interface Answer {
  readonly offset: number;
  readonly page: readonly Image[];
  readonly claim: number;
  readonly list: readonly Image[];
}

export const failure = new Error("this page fails");

/** A server whose list changes, and all that it has answered, walk by walk. */
export interface ChangingServer {
  readonly readPage: ReadPage<Image>;
  readonly walks: readonly (readonly Answer[])[];
}

// Made once, since there are many thousand histories.
const types = ["App", "System", "Other"] as const;
const pool = types.map((type) => makeImages({ [type]: 400 }));
const spares = Array.from({ length: 200 }, (_, index) =>
  makeImage({ id: `new-${index}`, imageType: types[index % 3] }),
);

function firstList({ counts, mix }: History): readonly Image[] {
  const place = (index: number): number => Math.imul(index + 1, mix * 2 + 1) >>> 0;
  return counts
    .flatMap((count, type) => pool[type]?.slice(0, count) ?? [])
    .map((row, index) => ({ row, place: place(index) }))
    .sort((one, other) => one.place - other.place)
    .map(({ row }) => row);
}

/** The list after a change; `spare` gives rows that were never in it. */
function changed(list: readonly Image[], change: Change, spare: (count: number) => Image[]): Image[] {
  const next = [...list];
  const [from, to] = [change.from, change.to].map((share) => Math.floor(share * list.length));
  const { rows } = change;
  const put = (added: readonly Image[]): void => void next.splice(to ?? 0, 0, ...added);
  const take = (): Image[] => next.splice(from ?? 0, rows);
  switch (change.what) {
    case "insert":
      put(spare(rows));
      return next;
    case "delete":
      take();
      return next;
    case "exchange":
      put(spare(take().length));
      return next;
    case "move":
      put(take());
      return next;
    case "rewrite":
      return next.map((row, index) =>
        index >= (from ?? 0) && index < (from ?? 0) + rows ? { ...row, name: `${row.name}'` } : row,
      );
    case "turn round":
      return next.reverse();
    default:
      return change.what satisfies never;
  }
}

interface Waiting {
  readonly offset: number;
  readonly signal: AbortSignal;
  readonly resolve: (page: { entries: readonly Image[]; total: number }) => void;
  readonly reject: (error: Error) => void;
}

/** Starts a server with these habits. */
export function createChangingServer(history: History, habits: Habits): ChangingServer {
  const walks: Answer[][] = [];
  const waiting: Waiting[] = [];
  let [list, answers, used, busy] = [firstList(history), 0, 0, false];
  const spare = (count: number): Image[] => spares.slice(used, (used += count));

  function answer({ offset, resolve, reject }: Waiting): void {
    for (const change of history.changes) if (change.after === answers) list = changed(list, change, spare);
    const claim = Math.max(0, habits.claim(list.length, answers));
    const page = habits.spoil(rowsAt(list, { ...habits, total: claim }, offset), answers);
    answers += 1;
    if (page === undefined) return reject(failure);
    if (offset === 0) walks.push([]);
    walks.at(-1)?.push({ offset, page, claim, list });
    resolve({ entries: page, total: claim });
  }

  async function serve(): Promise<void> {
    while (waiting.length > 0) {
      // As long as the client needs to ask for more.
      for (let tick = 0; tick < 8; tick += 1) await Promise.resolve();
      const turn = history.turns[answers % history.turns.length] ?? 0;
      const [next] = waiting.splice(turn % waiting.length, 1);
      if (next !== undefined && !next.signal.aborted) answer(next);
    }
    busy = false;
  }

  return {
    walks,
    readPage: (offset, signal) =>
      new Promise((resolve, reject) => {
        waiting.push({ offset, signal, resolve, reject });
        if (!busy) void serve();
        busy = true;
      }),
  };
}
