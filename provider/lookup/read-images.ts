import { ImageNotFoundError } from "../errors/image-not-found-error.ts";
import type { Reading } from "../listings/choose-reading.ts";
import { filtersOver } from "./filters/applied-filters.ts";
import type { Lookup } from "./lookup.ts";
import { notListed } from "./not-listed.ts";
import type { Question } from "./search.ts";

/**
 * The images to choose from: the one image of an ID, which CompShare describes more fully when it is asked by ID, else
 * at least all that the filters could mean.
 */
export async function readImages(
  { filters, scope }: Pick<Question, "filters" | "scope">,
  { catalogue }: Lookup,
  signal: AbortSignal,
): Promise<Reading> {
  if (filters.id === undefined) {
    const reading = await catalogue.search(scope, filters, signal);
    if (reading.complete) return reading;
    const byGroup = filtersOver(filters, reading.images).some(({ fellBack }) => fellBack);
    if (!byGroup) return reading;
    // Whether no image has the name itself, only the whole listing says.
    return { ...reading, images: await catalogue.images(scope, signal), complete: true };
  }
  const image = await catalogue.imageById(scope, filters.id, signal);
  if (image === undefined) {
    const facts = await notListed(catalogue, "id", filters.id);
    if (facts !== undefined) throw new ImageNotFoundError({ notListed: facts });
  }
  const images = image === undefined ? [] : [image];
  // Of an image that is not there, the whole catalogue may tell why.
  return { images, complete: image !== undefined, changedDuringRead: false };
}
