import { listingReply, tagsReply } from "../contract/actions.ts";
import type { Image } from "../contract/image.ts";
import { ApiError } from "../errors/api-error.ts";
import type { CallLimits, Client } from "../ucloud/client.ts";
import { decodeReply } from "../ucloud/decode-reply.ts";
import { decodeImage } from "../ucloud/decode-row.ts";
import { type Page, pageLimit, readListing } from "./read-listing.ts";
import type { Scope } from "./scope.ts";
import { createSharedReads } from "./shared-reads.ts";

/** Tags as CompShare offers them. */
export interface ImageTags {
  readonly tags: readonly string[];
  readonly categories: Readonly<Record<string, readonly string[]>>;
}

/** The images of an account's view of CompShare, complete or an error. */
export interface Catalogue {
  images(scope: Scope, signal: AbortSignal): Promise<readonly Image[]>;
  imageById(scope: Scope, id: string, signal: AbortSignal): Promise<Image | undefined>;
  tags(scope: Scope, signal: AbortSignal): Promise<ImageTags>;
}

/** What a catalogue is made of. */
export interface CatalogueParts {
  /** Finds the credentials when the first call needs them. */
  readonly connect: () => Promise<Client>;
  readonly now: () => number;
  readonly timeoutMs: number;
  readonly cacheMs: number;
}

/** RetCodes with which CompShare says that an image does not exist. */
const noSuchImage: readonly number[] = [8039, 8351];

/** A catalogue whose reads are shared by all calls of this provider. */
export function createCatalogue(parts: CatalogueParts): Catalogue {
  const reads = createSharedReads(parts.now, parts.cacheMs);
  const connected = createOnce(parts.connect);
  const shared = <Value>(
    key: readonly unknown[],
    signal: AbortSignal,
    load: (client: Client, limits: CallLimits) => Promise<Value>,
  ) =>
    reads.read(
      JSON.stringify(key),
      async (own) => {
        const deadline = parts.now() + parts.timeoutMs;
        return load(await connected(), { deadline, signal: own });
      },
      signal,
    );
  return {
    images: (scope, signal) =>
      shared(["images", scope], signal, (client, limits) =>
        readListing(
          (offset, pageSignal) => readPage(client, { ...scope, offset }, { ...limits, signal: pageSignal }),
          limits.signal,
        ),
      ),
    imageById: (scope, id, signal) =>
      shared(["id", scope, id], signal, async (client, limits) => {
        const images = await readPoint(client, { ...scope, id, offset: 0 }, limits);
        return images.find((image) => image.id === id);
      }),
    tags: (scope, signal) =>
      shared(["tags", scope], signal, (client, limits) => readTags(client, scope, limits)),
  };
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

async function readPage(
  client: Client,
  request: Scope & { readonly offset: number; readonly id?: string },
  limits: CallLimits,
): Promise<Page> {
  const action = "DescribeCompShareImages";
  const members = await client.call(action, { ...request, limit: pageLimit }, limits);
  const reply = decodeReply(action, members, listingReply);
  const images = (reply.ImageSet ?? []).map((row, index) =>
    decodeImage(row, `${action}: ImageSet[${index}]`),
  );
  return { images, total: reply.TotalCount ?? reply.Total ?? 0 };
}

/** The rows of a query by ID. Its TotalCount is not reliable, and one row is all there is, so one page is enough. */
async function readPoint(
  client: Client,
  request: Scope & { readonly offset: number; readonly id: string },
  limits: CallLimits,
): Promise<readonly Image[]> {
  try {
    return (await readPage(client, request, limits)).images;
  } catch (error) {
    const unknown =
      error instanceof ApiError &&
      (error.parameter === "CompShareImageId" || noSuchImage.includes(error.retCode));
    if (unknown) return [];
    throw error;
  }
}

async function readTags(client: Client, scope: Scope, limits: CallLimits): Promise<ImageTags> {
  const action = "DescribeCompShareImageTags";
  const reply = decodeReply(action, await client.call(action, scope, limits), tagsReply);
  const categories = Object.fromEntries(
    Object.entries(reply.TagsMap ?? {}).map(([name, tags]) => [name, tags ?? []]),
  );
  const tags = [...new Set([...(reply.Tags ?? []), ...Object.values(categories).flat()])].sort();
  return { tags, categories };
}
