import type { Image, ImageSource } from "../contract/image.ts";
import type { ImagePinInputs } from "../contract/image-pin.ts";
import { imageSources } from "../contract/image-sources.ts";
import { ApiError } from "../errors/api-error.ts";
import type { FileFacts } from "../listings/catalogue.ts";
import { resolveScope, type Scope } from "../listings/scope.ts";
import { oddMembers } from "../ucloud/odd-members.ts";
import { findById, findMatches } from "./find-images.ts";
import type { Lookup } from "./lookup.ts";
import { newerImage } from "./newer-image.ts";
import { fileLacking, listedSources } from "./not-listed.ts";
import { knownText, type Remembered } from "./remembered-image.ts";

/** An ID that is pinned, and where its image is looked for. */
export interface PinnedPlace {
  readonly id: string;
  /** Where the query of the pin looks. */
  readonly scope: Scope;
  /** The catalogue in which the image was found. @default that of the query */
  readonly source?: ImageSource | undefined;
}

/** Why there is no image of a pin; no more than what was read says. */
export type Absence =
  /** No catalogue has it. */
  | { readonly kind: "gone" }
  /** Its own catalogue no longer has it, and another one, where it may be now, is closed to the keys. */
  | { readonly kind: "missing"; readonly scope: Scope }
  /** The catalogue file lists its catalogue, and has the image in none. */
  | { readonly kind: "imageNotInFile"; readonly file: FileFacts }
  /** The catalogue file does not list its catalogue. */
  | { readonly kind: "catalogueNotInFile"; readonly file: FileFacts; readonly scope: Scope };

/** The image of a pin as it is now, or why there is none. */
export type FoundPinned =
  | { readonly image: Image; readonly absent?: never }
  | { readonly image?: never; readonly absent: Absence };

/** Where a pin looks. An ID that was given by hand can stand in any catalogue. */
export function pinScope(inputs: ImagePinInputs, lookup: Lookup, pinnedRegion?: string): Scope {
  return resolveScope({ ...inputs, id: inputs.imageId, pinnedRegion }, lookup.scope);
}

/** Where the image of a pin is: in the region in which it was pinned and, for its image, the catalogue in which that was found. */
export function pinnedPlace(
  { id, outputs }: Remembered,
  inputs: ImagePinInputs,
  lookup: Lookup,
): PinnedPlace {
  const scope = pinScope(inputs, lookup, knownText(outputs["region"]));
  return { id, scope, source: imageSources.find((one) => one === outputs["source"]) };
}

/**
 * Finds the image of a pin, first in its own catalogue: by its ID, or as `findOwn` does. An image that is published or
 * shared moves to another catalogue, so that it is gone only when none has it.
 */
export async function findPinned(
  { id, scope, source }: PinnedPlace,
  lookup: Lookup,
  signal: AbortSignal,
  findOwn: typeof findById = findById,
): Promise<FoundPinned> {
  const own = { ...scope, source: source ?? scope.source };
  const lacking = await fileLacking(own, lookup);
  if (lacking !== undefined) return { absent: { kind: "catalogueNotInFile", file: lacking, scope: own } };
  const image = await findOwn(id, own, lookup, signal);
  if (image !== undefined) return { image };
  const file = await lookup.catalogue.file?.();
  if (file !== undefined) return findInFile(id, own, file, lookup, signal);
  return findInOthers(id, own, scope.source === "any", lookup, signal);
}

/** The image as one of the catalogues has it that a file lists: that it lacks the others is nothing to warn of here. */
async function findInFile(
  id: string,
  own: Scope,
  file: FileFacts,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<FoundPinned> {
  const listed = listedSources(file, own.region);
  const found = await Promise.all(listed.map((source) => findById(id, { ...own, source }, lookup, signal)));
  const image = found.find((one) => one !== undefined);
  return image === undefined ? { absent: { kind: "imageNotInFile", file } } : { image };
}

/** A catalogue that the pin does not mean, and that is closed to these keys, fails nothing and proves nothing; one that failed does. */
async function findInOthers(
  id: string,
  own: Scope,
  meansOthers: boolean,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<FoundPinned> {
  const others = imageSources.filter((source) => source !== own.source);
  const read = await Promise.allSettled(
    others.map((source) => findById(id, { ...own, source }, lookup, signal)),
  );
  const [image] = read.flatMap((one) => (one.status === "fulfilled" ? (one.value ?? []) : []));
  if (image !== undefined) return { image };
  const failures = read.flatMap((one): unknown[] => (one.status === "rejected" ? [one.reason] : []));
  const serious = failures.find((error) => meansOthers || !isClosed(error));
  if (serious !== undefined) throw serious;
  return { absent: failures.length === 0 ? { kind: "gone" } : { kind: "missing", scope: own } };
}

function isClosed(error: unknown): boolean {
  return error instanceof ApiError && error.category === "access";
}

/** A catalogue file, and whether it was taken after a pin was. */
export interface PinFile extends FileFacts {
  /** What a file from before the pin, or from the same day, has is no news to the pin. */
  readonly afterPin: boolean;
}

/** The catalogue file that a pin is looked up in; `undefined` where CompShare itself is asked. */
export async function pinFile(
  { outputs }: Pick<Remembered, "outputs">,
  { catalogue }: Lookup,
): Promise<PinFile | undefined> {
  const facts = await catalogue.file?.();
  if (facts === undefined) return undefined;
  // A pin that does not say when it was made may be later than any file.
  const pinned = Date.parse(knownText(outputs["resolvedAt"]) ?? "");
  return { ...facts, afterPin: Date.parse(facts.takenAt) > pinned };
}

/** The state of a pinned image; what could not be read leaves what CompShare said of it before. */
export function pinnedStatus(image: Image, { outputs }: Pick<Remembered, "outputs">): string | undefined {
  if (!oddMembers(image).includes("status")) return image.status;
  const known = knownText(outputs["status"]);
  return known === "Gone" ? undefined : known;
}

/** The image of a pin as it is now, or why there is none, or that a catalogue file says nothing new of it. */
export type PinNews =
  | { readonly image: Image; readonly absent?: never }
  | { readonly image?: never; readonly absent: Exclude<Absence, { kind: "imageNotInFile" }> }
  | { readonly image?: never; readonly absent: { readonly kind: "noNews"; readonly file: FileFacts } };

/**
 * What became of the image of a pin since it was pinned. A file that was taken later and lists its catalogue speaks for
 * CompShare; one from before, or from the same day, says nothing.
 */
export async function findNews(
  state: Remembered,
  inputs: ImagePinInputs,
  lookup: Lookup,
  signal: AbortSignal,
  findOwn: typeof findById = findById,
): Promise<PinNews> {
  const file = await pinFile(state, lookup);
  if (file?.afterPin === false) return { absent: { kind: "noNews", file } };
  const { image, absent } = await findPinned(pinnedPlace(state, inputs, lookup), lookup, signal, findOwn);
  if (image !== undefined) return { image };
  return { absent: absent.kind === "imageNotInFile" ? { kind: "gone" } : absent };
}

/** The first image, in the pin's own order, that satisfies the query and comes before the pinned one; asked where `findNews` has news. */
export async function findNewer(
  pinned: Image,
  state: Remembered,
  inputs: ImagePinInputs,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<Image | undefined> {
  // An image that was given by hand has no query that could find another one.
  if (inputs.imageId !== undefined) return undefined;
  const { scope } = pinnedPlace(state, inputs, lookup);
  if ((await fileLacking(scope, lookup)) !== undefined) return undefined;
  return newerImage(pinned, await findMatches({ filters: inputs, scope }, lookup, signal), inputs);
}
