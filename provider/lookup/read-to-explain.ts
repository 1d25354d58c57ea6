import type { Image } from "../contract/image.ts";
import { imageSources } from "../contract/image-sources.ts";
import type { Filters } from "../contract/query.ts";
import { CancelledError } from "../errors/cancelled-error.ts";
import { CompShareError } from "../errors/compshare-error.ts";
import { ImageNotFoundError } from "../errors/image-not-found-error.ts";
import type { Advice, NoMatch } from "../errors/no-match.ts";
import type { Change } from "../errors/query-facts.ts";
import type { Reading } from "../listings/choose-reading.ts";
import type { Scope } from "../listings/scope.ts";
import { explainNone } from "./explain-none.ts";
import { changedFilters, filtersOver, matching } from "./filters/applied-filters.ts";
import { splitTag, tagKey } from "./filters/tag-spellings.ts";
import type { Lookup } from "./lookup.ts";
import { ordered } from "./order.ts";
import { readImages } from "./read-images.ts";
import { firstNamed, named, type Question } from "./search.ts";

/** A search without any match. */
type Explained = ImageNotFoundError["facts"] & { readonly noMatch: NoMatch };

/**
 * The same error with all that can be found out about it: from the images that a server-side filter left out, from the
 * other catalogues, and from the list of tags. None of these readings decides: whatever becomes of them, there is no match.
 */
export async function explained(
  { noMatch, tooFew }: Explained,
  question: Question,
  reading: Reading,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<ImageNotFoundError> {
  const whole = await explainedByAll(noMatch, question, reading, lookup, signal);
  const [fromOthers, offered] = await Promise.all([
    otherCatalogues(question, reading, whole, lookup, signal),
    withOfferedTags(whole.advice, question.scope, lookup, signal),
  ]);
  const file = await lookup.catalogue.file?.();
  return new ImageNotFoundError({
    tooFew,
    noMatch: { ...whole, advice: [...offered, ...fromOthers] },
    file: file && { path: file.path, takenAt: file.takenAt },
  });
}

/** Explains from the complete listing what the server-side filters have left out. */
async function explainedByAll(
  noMatch: NoMatch,
  question: Question,
  reading: Reading,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<NoMatch> {
  if (reading.complete) return noMatch;
  const { scope } = question;
  // Of all catalogues CompShare's own is enough to find what an ID was meant to be.
  const near: Scope =
    question.filters.id !== undefined && scope.source === "any" ? { ...scope, source: "platform" } : scope;
  const images = await attempt(signal, () => lookup.catalogue.images(near, signal));
  if (images === undefined) return noMatch;
  await lookup.yieldToEventLoop();
  const whole = explainNone({ ...question, images });
  // Images that match after all have come meanwhile, and explain nothing.
  return whole.funnel.at(-1)?.left === 0 || images.length === 0 ? whole : noMatch;
}

/**
 * What other catalogues have under an exact name, or an ID, that is not in the one that was asked. Only these are worth
 * the reading, and an ID only if it looks like none that there is.
 */
async function otherCatalogues(
  question: Question,
  reading: Reading,
  { advice }: NoMatch,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<Advice[]> {
  const { filters, scope } = question;
  // An image of this ID that was read, and does not fit, is the one that was meant.
  const noImage = filters.id !== undefined && reading.images.length === 0;
  if (scope.source === "any") return noImage ? [{ kind: "everySource" }] : [];
  const misspelt = advice.some(({ kind }) => kind === "closest" || kind === "exists");
  const worthReading = filters.id === undefined ? filters.name !== undefined : noImage && !misspelt;
  if (!worthReading) return [];
  const others = imageSources.filter((source) => source !== scope.source);
  const found = await Promise.all(
    others.map(async (source): Promise<Advice[]> => {
      const images = await matchesIn(filters, { ...scope, source }, lookup, signal);
      const [first] = images;
      if (first === undefined) return [];
      const change = question.allows({ source })
        ? { source }
        : await changeToId(first, question, lookup, signal);
      return [{ kind: "otherCatalogue", source, images: firstNamed(images, named).images, change }];
    }),
  );
  return found.flat();
}

/** The change that asks for an image of another catalogue by its ID; `undefined` where that does not find it. */
async function changeToId(
  image: Image,
  { filters, scope, allows, byId }: Question,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<Change | undefined> {
  const given = scope.origins?.source?.kind === "argument";
  const change: Change = { ...byId(image.id), ...(given ? { source: undefined } : {}) };
  if (!allows(change)) return undefined;
  const changed = { ...changedFilters(filters, change), id: image.id };
  const found = await matchesIn(changed, { ...scope, source: "any" }, lookup, signal);
  return found.length > 0 ? change : undefined;
}

/** The images of a catalogue, by their names, that satisfy every filter; none where it cannot be read. */
async function matchesIn(
  filters: Filters,
  scope: Scope,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<readonly Image[]> {
  const reading = await attempt(signal, () => readImages({ filters, scope }, lookup, signal));
  const images = reading?.images ?? [];
  return ordered(matching(images, filtersOver(filters, images)), ["name"]);
}

/** Says of tags that no image has whether CompShare's list of tags has them. */
async function withOfferedTags(
  advice: readonly Advice[],
  scope: Scope,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<readonly Advice[]> {
  if (!advice.some(({ kind }) => kind === "noTag")) return advice;
  const list = await attempt(signal, () => lookup.catalogue.tags(scope, signal));
  if (list === undefined) return advice;
  const offered = new Set(list.tags.flatMap(splitTag).map(tagKey));
  return advice.map((one) =>
    one.kind === "noTag"
      ? { ...one, offered: splitTag(one.tag).every((part) => offered.has(tagKey(part))) }
      : one,
  );
}

/** What a reading that only explains brings; `undefined` when it fails. */
async function attempt<Value>(signal: AbortSignal, load: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await load();
  } catch (error) {
    if (signal.aborted) throw new CancelledError();
    if (error instanceof CompShareError) return undefined;
    throw error;
  }
}
