import type { Image, ImageSource } from "../contract/image.ts";
import type { CallLimits } from "../ucloud/attempt.ts";
import type { Client } from "../ucloud/client.ts";
import { createSourceReads, type Reading, type SharedReads, type Wanted } from "./choose-reading.ts";
import { createListingCache } from "./listing-cache.ts";
import type { ImageListing } from "./read-source.ts";
import { type Place, placeOf, type Scope } from "./scope.ts";
import { chosenSources } from "./sources.ts";

/** Tags as CompShare offers them. */
export interface ImageTags {
  readonly tags: readonly string[];
  readonly categories: Readonly<Record<string, readonly string[]>>;
}

/** The images of an account's view of CompShare, complete or an error. */
export interface Catalogue {
  /** All images. */
  images(scope: Scope, signal: AbortSignal): Promise<readonly Image[]>;
  /** At least the wanted images: all, unless the catalogue is large and server-side filters can leave others out. */
  search(scope: Scope, wanted: Wanted, signal: AbortSignal): Promise<Reading>;
  imageById(scope: Scope, id: string, signal: AbortSignal): Promise<Image | undefined>;
  tags(scope: Scope, signal: AbortSignal): Promise<ImageTags>;
  /** What the file says of itself, where the images come from a catalogue file; absent where CompShare is asked. */
  readonly file?: () => Promise<FileFacts>;
}

/** A catalogue file, as far as a caller has to know that it is one. */
export interface FileFacts {
  readonly path: string;
  /** The day on which it was taken, in UTC. */
  readonly takenAt: string;
  /** Whether it has something of what a scope means. */
  readonly lists: (scope: Pick<Scope, "source" | "region">) => boolean;
}

/** What a catalogue is made of. */
export interface CatalogueParts {
  /** Finds the credentials when the first call needs them. */
  readonly connect: () => Promise<Client>;
  readonly now: () => number;
  readonly timeoutMs: number;
  readonly cacheMs: number;
}

/** A catalogue whose reads are shared by all calls of this provider. */
export function createCatalogue(parts: CatalogueParts): Catalogue {
  const connected = createOnce(parts.connect);
  const shared = <Value>(): SharedReads<Value> => sharedReads(parts, connected);
  const one = createSourceReads({
    whole: shared(),
    firstPages: shared(),
    filtered: shared(),
    byId: shared(),
  });
  const offeredTags = shared<ImageTags>();
  return {
    images: async (scope, signal) => {
      const chosen = chosenSources(scope.source);
      return merged(await Promise.all(chosen.map((source) => one.all(source, scope, signal))));
    },
    search: async (scope, wanted, signal) => {
      const chosen = chosenSources(scope.source);
      const readings = await Promise.all(chosen.map((source) => one.search(source, scope, wanted, signal)));
      return mergedReading(readings);
    },
    imageById: async (scope, id, signal) => {
      // Nearly every ID is one of CompShare's own, so the others are asked only when it is not.
      const [first = "platform", ...others] = chosenSources(scope.source);
      const byId = (source: ImageSource): Promise<Image | undefined> => one.byId(source, scope, id, signal);
      const own = await settled(byId(first));
      if (own.image !== undefined) return own.image;
      return foundAnywhere([own, ...others.map((source) => settled(byId(source)))]);
    },
    tags: (scope, signal) => {
      const place = placeOf(scope);
      return offeredTags.read(place, signal, (client, limits) => readTags(client, place, limits));
    },
  };
}

/** Reads of one kind, each within the time of a whole call and kept for a while. */
function sharedReads<Value>(
  { now, timeoutMs, cacheMs }: CatalogueParts,
  connected: () => Promise<Client>,
): SharedReads<Value> {
  const cache = createListingCache<Value>(now, cacheMs);
  return {
    isKnown: (key) => cache.has(JSON.stringify(key)),
    read: (key, signal, load) =>
      cache.read(
        JSON.stringify(key),
        async (own) => {
          const deadline = now() + timeoutMs;
          return load(await connected(), { deadline, signal: own });
        },
        signal,
      ),
  };
}

/** What a catalogue says of an ID: the image, that it has none, or why it says nothing. */
interface ById {
  readonly image?: Image | undefined;
  readonly failure?: unknown;
}

async function settled(asked: Promise<Image | undefined>): Promise<ById> {
  try {
    return { image: await asked };
  } catch (failure) {
    return { failure };
  }
}

/** The first image in order: found in one catalogue is found. A catalogue that fails counts only if no other has it. */
async function foundAnywhere(asked: readonly (ById | Promise<ById>)[]): Promise<Image | undefined> {
  let failed: ById | undefined;
  for (const one of asked) {
    const found = await one;
    if (found.image !== undefined) return found.image;
    if ("failure" in found) failed ??= found;
  }
  if (failed !== undefined) throw failed.failure;
  return undefined;
}

/** One client for all reads; a failure is not kept, since keys may turn up. */
function createOnce(connect: () => Promise<Client>): () => Promise<Client> {
  let client: Promise<Client> | undefined;
  return () => {
    client ??= connect().catch((error: unknown) => {
      client = undefined;
      throw error;
    });
    return client;
  };
}

function mergedReading(readings: readonly Reading[]): Reading {
  return {
    images: merged(readings),
    repeated: () => repeated(readings),
    complete: readings.every(({ complete }) => complete),
    changedDuringRead: readings.some(({ changedDuringRead }) => changedDuringRead),
  };
}

/** Images of several catalogues, each once: the first one in which an image stands says what it is. */
export function merged(listings: readonly Pick<ImageListing, "images">[]): readonly Image[] {
  const [only] = listings;
  if (only !== undefined && listings.length === 1) return only.images;
  const later = listings
    .toReversed()
    .flatMap(({ images }) => images.map((image) => [image.id, image] as const));
  return [...new Map(later).values()];
}

/** What further catalogues say of the images that stand in several. */
export function repeated(listings: readonly Pick<ImageListing, "images">[]): readonly Image[] {
  const seen = new Set<string>();
  return listings.flatMap(({ images }) => {
    const again = images.filter(({ id }) => seen.has(id));
    for (const { id } of images) seen.add(id);
    return again;
  });
}

async function readTags(client: Client, place: Place, limits: CallLimits): Promise<ImageTags> {
  const reply = await client.call("DescribeCompShareImageTags", place, limits);
  const categories = Object.fromEntries(
    Object.entries(reply.TagsMap ?? {}).map(([name, tags]) => [name, tags ?? []]),
  );
  const tags = [...new Set([...(reply.Tags ?? []), ...Object.values(categories).flat()])].sort();
  return { tags, categories };
}
