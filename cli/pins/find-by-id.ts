import type { Image } from "../../provider/contract/image.ts";
import type { Scope } from "../../provider/listings/scope.ts";
import type { Lookup } from "../../provider/lookup/lookup.ts";
import type { Finding } from "./standing.ts";

/** An image as it is now, or what its absence says. */
export type FoundById =
  | { readonly image: Image; readonly absent?: never }
  | { readonly image?: never; readonly absent: Finding };

/**
 * Looks an image up in the listing where its pin looks, which all pins of a command share. Only an ID that is not there is
 * asked for by itself, in every catalogue.
 */
export async function findById(
  id: string,
  scope: Scope,
  { catalogue }: Lookup,
  signal: AbortSignal,
): Promise<FoundById> {
  const file = await catalogue.file?.();
  if (file?.lists(scope) === false) {
    const { source, region } = scope;
    return { absent: { kind: "unlisted", takenAt: file.takenAt, listing: { source, region } } };
  }
  const listed = await catalogue.images(scope, signal);
  const image = listed.find((one) => one.id === id);
  if (image !== undefined) return { image };
  if (file !== undefined) return { absent: { kind: "unlisted", takenAt: file.takenAt } };
  const inAnyCatalogue = await catalogue.imageById({ ...scope, source: "any" }, id, signal);
  return inAnyCatalogue === undefined ? { absent: { kind: "gone" } } : { image: inAnyCatalogue };
}
