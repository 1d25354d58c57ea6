import type { Image } from "../../provider/contract/image.ts";
import { merged } from "../../provider/listings/catalogue.ts";
import { resolveScope, type SourceChoice } from "../../provider/listings/scope.ts";
import type { Lookup } from "../../provider/lookup/lookup.ts";
import { listedSources } from "../../provider/lookup/not-listed.ts";

/** The images for a page, and when they were read. */
export interface ReadCatalogue {
  readonly images: readonly Image[];
  readonly region: string;
  /** RFC 3339, or the day alone. */
  readonly takenAt: string;
}

/**
 * Reads the images of a source. Unless one is given, those of everything that a catalogue file has, or CompShare's own.
 * Throws what the listing throws.
 */
export async function readCatalogue(
  { catalogue, scope: configured }: Lookup,
  source: SourceChoice | undefined,
  now: number,
  signal: AbortSignal,
): Promise<ReadCatalogue> {
  const file = await catalogue.file?.();
  const scope = resolveScope({ source }, configured);
  const listed = file === undefined ? [] : listedSources(file, scope.region);
  const sources = source === undefined && listed.length > 0 ? listed : [scope.source];
  const lists = await Promise.all(sources.map((one) => catalogue.images({ ...scope, source: one }, signal)));
  const takenAt = file?.takenAt ?? new Date(now).toISOString();
  return { images: merged(lists.map((images) => ({ images }))), region: scope.region, takenAt };
}
