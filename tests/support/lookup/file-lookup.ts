import { createFileCatalogue } from "../../../provider/listings/catalogue-over-file.ts";
import type { Lookup } from "../../../provider/lookup/lookup.ts";

/** A lookup over a catalogue file with this text on 25 November 2026, and what is told. */
export function fileLookup(text: string): {
  readonly told: readonly string[];
  readonly lookup: () => Lookup;
} {
  const told: string[] = [];
  const tell = (line: string): void => void told.push(line);
  const catalogue = createFileCatalogue({
    path: "compshare.catalog.json",
    readFile: () => Promise.resolve(text),
    now: () => Date.UTC(2026, 10, 25),
    maxAgeDays: undefined,
    warn: tell,
  });
  const lookup = {
    catalogue,
    scope: {},
    yieldToEventLoop: () => Promise.resolve(),
    warn: tell,
    inform: tell,
  };
  return { told, lookup: () => lookup };
}
