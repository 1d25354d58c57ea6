import type { Image } from "../contract/image.ts";
import type { Filters } from "../contract/query.ts";
import type { Catalogue } from "../images/catalogue.ts";
import type { Scope } from "../images/scope.ts";

/**
 * The images to choose from: the complete listing, or the one image of an ID, which CompShare describes more fully
 * when it is asked by ID. An ID that does not exist needs the listing, for the closest ones.
 */
export async function readImages(
  catalogue: Catalogue,
  filters: Filters,
  scope: Scope,
  signal: AbortSignal,
): Promise<readonly Image[]> {
  const byId = filters.id === undefined ? undefined : await catalogue.imageById(scope, filters.id, signal);
  return byId === undefined ? catalogue.images(scope, signal) : [byId];
}
