import type { ImageRow } from "./image-row.ts";
import { createImageStore, type ImageStore } from "./image-store.ts";

/** Listings that CompShare keeps apart: its own images, the account's own, those shared with it, those it has published, everybody's. */
export const sources = ["platform", "custom", "shared", "published", "community"] as const;

export type Source = (typeof sources)[number];

export type Listings = Readonly<Record<Source, readonly ImageRow[]>>;

/** The rows of every listing as they stand now. */
export interface Sources {
  /** The array stays the same until the listing changes. */
  readonly rows: (source: Source) => readonly ImageRow[];
  /** Replaces the image with this ID where it stands in the listing, or adds it at the end. */
  readonly put: (row: ImageRow, source?: Source) => void;
  /** Sets members of an image, in every listing in which it stands. */
  readonly patch: (id: string, members: Readonly<Record<string, unknown>>) => void;
  /** Takes an image out of every listing in which it stands. */
  readonly remove: (id: string) => void;
}

/** Creates listings that start with these rows. */
export function createSources(listings: Listings): Sources {
  const stores: Readonly<Record<Source, ImageStore>> = {
    platform: createImageStore(listings.platform),
    custom: createImageStore(listings.custom),
    shared: createImageStore(listings.shared),
    published: createImageStore(listings.published),
    community: createImageStore(listings.community),
  };

  function holdersOf(id: string): readonly ImageStore[] {
    const holders = Object.values(stores).filter((store) =>
      store.rows().some((row) => row.CompShareImageId === id),
    );
    // The store of the platform says that nobody knows the ID.
    return holders.length === 0 ? [stores.platform] : holders;
  }

  return {
    rows: (source) => stores[source].rows(),
    put: (row, source = "platform") => stores[source].put(row),
    patch: (id, members) => {
      for (const store of holdersOf(id)) store.patch(id, members);
    },
    remove: (id) => {
      for (const store of holdersOf(id)) store.remove(id);
    },
  };
}
