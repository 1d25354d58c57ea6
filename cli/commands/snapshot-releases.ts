import type { CatalogueFile } from "../../provider/listings/catalogue-file.ts";
import type { Context } from "../context.ts";

/** The releases file beside a catalogue file. */
export interface ReleasesFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The releases file for bots that belongs beside a catalogue file: the images that each annotated query means.
 * `undefined` where nothing is annotated. `snapshot` writes it, or with `--check` compares it.
 */
export function releasesFile(
  _file: CatalogueFile,
  _cataloguePath: string,
  _context: Context,
): Promise<ReleasesFile | undefined> {
  return Promise.resolve(undefined);
}
