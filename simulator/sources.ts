import type { ImageRow } from "./image-row.ts";
import { createImageStore } from "./image-store.ts";

/** Listings that CompShare keeps apart: its own images, the account's own, those shared with it, those it has published, everybody's. */
export const sources = ["platform", "custom", "shared", "published", "community"] as const;

/** A listing of CompShare. */
export type Source = (typeof sources)[number];

/** The rows of every listing as they stand now. */
export interface Sources {
  readonly rows: (source: Source) => readonly ImageRow[];
  /** Replaces the image with this ID where it stands in the listing, or adds it at the end. */
  readonly put: (row: ImageRow, source?: Source) => void;
  /** Sets members of an image, wherever it stands. */
  readonly patch: (id: string, members: Readonly<Record<string, unknown>>) => void;
  /** Takes an image out, wherever it stands. */
  readonly remove: (id: string) => void;
}

/** Creates listings that start with these rows. */
export function createSources(catalogues: Readonly<Record<Source, readonly ImageRow[]>>): Sources {
  const stores = new Map(sources.map((source) => [source, createImageStore(catalogues[source])]));
  const platform = createImageStore([]);
  const storeOf = (source: Source) => stores.get(source) ?? platform;
  // An unknown ID goes to the platform's listing, which says that it is unknown.
  const holder = (id: string) =>
    storeOf(
      sources.find((source) =>
        storeOf(source)
          .rows()
          .some((row) => row.CompShareImageId === id),
      ) ?? "platform",
    );
  return {
    rows: (source) => storeOf(source).rows(),
    put: (row, source = "platform") => storeOf(source).put(row),
    patch: (id, members) => holder(id).patch(id, members),
    remove: (id) => holder(id).remove(id),
  };
}
