import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { withProgress } from "../../../../cli/output/progress.ts";
import type { Catalogue } from "../../../../provider/listings/catalogue.ts";
import { scope } from "../../../support/lookup/shelf.ts";

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** A catalogue that takes its time, and what is written meanwhile. */
function slow(takesMs: number, isTerminal: boolean) {
  const written: string[] = [];
  const later = <Value>(value: Value): Promise<Value> =>
    new Promise((resolve) => setTimeout(() => resolve(value), takesMs));
  const catalogue: Catalogue = {
    images: () => later([]),
    search: () => later({ images: [], complete: true, changedDuringRead: false }),
    imageById: () => later(undefined),
    tags: () => later({ tags: [], categories: {} }),
  };
  const output = {
    write: (text: string) => void written.push(text),
    isTerminal,
    columns: 80,
    style: (_style: unknown, text: string) => text,
  };
  return { written, catalogue: withProgress(catalogue, output, "en") };
}

const signal = new AbortController().signal;

test("a reading of less than half a second is not shown", async () => {
  const { written, catalogue } = slow(400, true);
  const reading = catalogue.images(scope, signal);
  await jest.advanceTimersByTimeAsync(400);
  await reading;
  await jest.advanceTimersByTimeAsync(2000);
  expect(written).toEqual([]);
});

test("a reading of more than half a second is shown in the terminal until it ends, and wiped then", async () => {
  const { written, catalogue } = slow(1200, true);
  const readings = [catalogue.images(scope, signal), catalogue.tags(scope, signal)];
  await jest.advanceTimersByTimeAsync(1200);
  await Promise.all(readings);
  expect(written).toEqual([
    "\r\u001b[Kreading the catalogue … 1 s",
    "\r\u001b[Kreading the catalogue … 1 s",
    "\r\u001b[K",
  ]);
});

test("nothing is shown where no terminal is", async () => {
  const { written, catalogue } = slow(1200, false);
  const reading = catalogue.images(scope, signal);
  await jest.advanceTimersByTimeAsync(1200);
  await reading;
  expect(written).toEqual([]);
});
