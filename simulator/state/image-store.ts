import type { ImageRow } from "./image-row.ts";

/** The catalogue as it stands now. */
export interface ImageStore {
  /** All rows. The array stays the same until the catalogue changes, so results can be remembered by it. */
  readonly rows: () => readonly ImageRow[];
  /** Replaces the image with this ID where it stands, or adds it at the end. */
  readonly put: (row: ImageRow) => void;
  /** Sets members of an image; undefined takes a member away, null is sent as null. */
  readonly patch: (id: string, members: Readonly<Record<string, unknown>>) => void;
  /** Takes an image out of the catalogue. */
  readonly remove: (id: string) => void;
}

/** Creates a store that starts with these rows; they are never changed themselves. */
export function createImageStore(catalogue: readonly ImageRow[]): ImageStore {
  let rows = catalogue;

  function positionOf(id: string): number {
    const position = rows.findIndex((row) => row.CompShareImageId === id);
    if (position === -1) throw new RangeError(`The catalogue has no image ${JSON.stringify(id)}.`);
    return position;
  }

  return {
    rows: () => rows,
    put: (row) => {
      const position = rows.findIndex(({ CompShareImageId }) => CompShareImageId === row.CompShareImageId);
      rows = position === -1 ? [...rows, row] : rows.with(position, row);
    },
    patch: (id, members) => {
      const position = positionOf(id);
      rows = rows.with(position, { ...(rows[position] as ImageRow), ...members });
    },
    remove: (id) => {
      rows = rows.toSpliced(positionOf(id), 1);
    },
  };
}
