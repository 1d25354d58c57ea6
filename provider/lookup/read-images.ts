import type { Filters } from "../contract/query.ts";
import type { Catalogue } from "../listings/catalogue.ts";
import type { Scope } from "../listings/scope.ts";
import type { Reading } from "../listings/source-reads.ts";

/** Where a search looks and for what. */
export interface Question {
  readonly filters: Filters;
  readonly scope: Scope;
}

/**
 * The images to choose from: the one image of an ID, which CompShare describes more fully when it is asked by ID, else
 * at least all that the filters could mean. An ID that does not exist needs a listing, for the closest ones; of all
 * catalogues CompShare's own is enough for that.
 */
export async function readImages(
  catalogue: Catalogue,
  { filters, scope }: Question,
  signal: AbortSignal,
): Promise<Reading> {
  if (filters.id === undefined) return catalogue.search(scope, filters, signal);
  const image = await catalogue.imageById(scope, filters.id, signal);
  if (image !== undefined) return { images: [image], complete: true, changedDuringRead: false };
  const near: Scope = scope.source === "any" ? { ...scope, source: "platform" } : scope;
  return { images: await catalogue.images(near, signal), complete: true, changedDuringRead: false };
}
