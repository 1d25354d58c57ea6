import type { Image } from "../contract/image.ts";
import { ImageNotFoundError } from "../errors/image-not-found-error.ts";
import type { FunnelStep } from "../errors/no-match.ts";
import type { Reading } from "../listings/choose-reading.ts";
import type { Scope } from "../listings/scope.ts";
import { funnelOf } from "./explain-none.ts";
import {
  type AppliedFilter,
  appliedFilters,
  filtersOver,
  matching,
  mayFallBack,
} from "./filters/applied-filters.ts";
import type { Lookup } from "./lookup.ts";
import { readImages } from "./read-images.ts";
import { explained } from "./read-to-explain.ts";
import type { Question, Search } from "./search.ts";
import {
  type Found,
  type FoundList,
  type FoundNone,
  type Part,
  selectImage,
  selectImageIfAny,
  selectImages,
} from "./select-images.ts";

/**
 * Finds the one image that is meant. Everybody who looks for an image does it here: functions, pins, the command line
 * and mocks get the same image or the same explanation.
 */
export function findImage(question: Question, lookup: Lookup, signal: AbortSignal): Promise<Found> {
  return find(question, lookup, signal, (reading) => selectImage({ ...question, ...reading }));
}

/** Finds the one image that is meant, and how many images each filter of the question left of those that were read. */
export function findExplained(
  question: Question,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<Found & { readonly funnel: readonly FunnelStep[] }> {
  return find(question, lookup, signal, (reading) => ({
    ...selectImage({ ...question, ...reading }),
    funnel: funnelOf({ filters: question.filters, images: reading.images }),
  }));
}

/** Finds the one image that is meant, or none. That there is none is said of a complete listing only. */
export async function findImageIfAny(
  question: Question,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<Found | FoundNone> {
  const first = await readImages(question, lookup, signal);
  const found = await selectIfAny(question, first, lookup);
  if (found.image !== undefined || first.complete || question.filters.id !== undefined) return found;
  const images = await lookup.catalogue.images(question.scope, signal);
  return selectIfAny(question, { ...first, images }, lookup);
}

async function selectIfAny(
  question: Question,
  reading: Pick<Search, "images" | "repeated" | "changedDuringRead">,
  lookup: Lookup,
): Promise<Found | FoundNone> {
  await lookup.yieldToEventLoop();
  return selectImageIfAny({ ...question, ...reading });
}

/** Finds the images that are meant, in order, and the part of them that is asked for. */
export function findImages(
  question: Question & Part,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<FoundList> {
  return find(question, lookup, signal, (reading) => selectImages({ ...question, ...reading }));
}

async function find<Result>(
  question: Question,
  lookup: Lookup,
  signal: AbortSignal,
  select: (reading: Reading) => Result,
): Promise<Result> {
  const reading = await readImages(question, lookup, signal);
  await lookup.yieldToEventLoop();
  try {
    return select(reading);
  } catch (error) {
    // Only a search without any match is explained from more than was read.
    const { noMatch, tooFew } = error instanceof ImageNotFoundError ? error.facts : {};
    if (noMatch === undefined) throw error;
    throw await explained({ noMatch, tooFew }, question, reading, lookup, signal);
  }
}

/** The image of an ID, whatever its state; `undefined` when there is none. */
export function findById(
  id: string,
  scope: Scope,
  { catalogue }: Lookup,
  signal: AbortSignal,
): Promise<Image | undefined> {
  return catalogue.imageById(scope, id, signal);
}

/** The same from the listing, which is read once for all whose IDs are looked for in it. */
export async function findListed(
  id: string,
  scope: Scope,
  { catalogue }: Lookup,
  signal: AbortSignal,
): Promise<Image | undefined> {
  return (await catalogue.images(scope, signal)).find((image) => image.id === id);
}

/** Every image that a question may mean, in no order. */
export async function findMatches(
  { filters, scope }: Pick<Question, "filters" | "scope">,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<readonly Image[]> {
  const { images } = await readImages({ filters, scope }, lookup, signal);
  await lookup.yieldToEventLoop();
  return matching(images, filtersOver(filters, images));
}

/** The filters of a question as they apply to one image: whether a name means that of a group, the whole listing says. */
export async function filtersOn(
  image: Image,
  { filters, scope }: Pick<Question, "filters" | "scope">,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<readonly AppliedFilter[]> {
  const own = appliedFilters(filters);
  if (!own.some((filter) => mayFallBack(filter, image))) return own;
  const { images } = await readImages({ filters, scope }, lookup, signal);
  return filtersOver(filters, [...images, image]);
}
