import type { Image, ImageSource } from "../contract/image.ts";
import type { CallLimits } from "../ucloud/attempt.ts";
import type { Client } from "../ucloud/client.ts";
import { type Page, pageLimit } from "./page.ts";
import {
  type Entry,
  type ImageListing,
  readAll,
  readById,
  readPage,
  type ServerFilters,
} from "./read-source.ts";
import { type Place, placeOf, type Scope } from "./scope.ts";
import { type ServerFilter, sources } from "./sources.ts";

/** What a search asks for that the server could leave out by itself. */
export type Wanted = Pick<ServerFilters, ServerFilter>;

/** Images to choose from. */
export interface Reading extends ImageListing {
  /** Whether these are all images there are, and not only those that the server has left in. */
  readonly complete: boolean;
  /** What further catalogues say of the images that stand in several of those that were read. @default none */
  readonly repeated?: (() => readonly Image[]) | undefined;
}

/** Reads of one kind that calls share; the key says what is read. */
export interface SharedReads<Value> {
  /** Whether something has been read or is being read. */
  isKnown(key: object): boolean;
  read(
    key: object,
    signal: AbortSignal,
    load: (client: Client, limits: CallLimits) => Promise<Value>,
  ): Promise<Value>;
}

/** What reads of single catalogues share. */
export interface SourceReadsParts {
  readonly whole: SharedReads<ImageListing>;
  readonly firstPages: SharedReads<Page<Entry>>;
  readonly filtered: SharedReads<ImageListing>;
  readonly byId: SharedReads<Image | undefined>;
}

/** Reads of single catalogues. */
export interface SourceReads {
  all(source: ImageSource, scope: Scope, signal: AbortSignal): Promise<ImageListing>;
  search(source: ImageSource, scope: Scope, wanted: Wanted, signal: AbortSignal): Promise<Reading>;
  byId(source: ImageSource, scope: Scope, id: string, signal: AbortSignal): Promise<Image | undefined>;
}

/** Rows from which on the server filters what it can: ten pages. */
const large = 10 * pageLimit;

/** Searches with server-side filters after which reading everything is the cheaper way. */
const mostFiltered = 8;

/** Reads of single catalogues that share what they can. */
export function createSourceReads(parts: SourceReadsParts): SourceReads {
  const counts = new Map<string, number>();
  return {
    all: (source, scope, signal) => all(parts, { ...placeOf(scope), source }, signal),
    search: async (source, scope, wanted, signal) => {
      const request: SourcePlace = { ...placeOf(scope), source };
      const filters = serverFiltersOf(source, wanted);
      const count = (): number => counts.get(JSON.stringify(request)) ?? 0;
      const whole = (): boolean => count() >= mostFiltered || parts.whole.isKnown(request);
      if (filters === undefined || whole()) return { ...(await all(parts, request, signal)), complete: true };
      const first = await parts.firstPages.read(request, signal, (client, limits) =>
        readPage(client, source, { ...request, offset: 0 }, limits),
      );
      // Other searches may have begun meanwhile.
      if (first.total <= large || whole()) {
        return { ...(await all(parts, request, signal, first)), complete: true };
      }
      const key = [request, filters];
      if (!parts.filtered.isKnown(key)) counts.set(JSON.stringify(request), count() + 1);
      const found = await parts.filtered.read(key, signal, (client, limits) =>
        readAll(client, source, { ...request, ...filters }, limits),
      );
      return { ...found, complete: false };
    },
    byId: async (source, scope, id, signal) => {
      const request: SourcePlace = { ...placeOf(scope), source };
      if (sources[source].byId) return byId(parts, { ...request, id }, signal);
      return (await all(parts, request, signal)).images.find((image) => image.id === id);
    },
  };
}

/** Where to look, in one catalogue. What is shared is told apart by it. */
type SourcePlace = Place & { readonly source: ImageSource };

function all(
  { whole }: SourceReadsParts,
  request: SourcePlace,
  signal: AbortSignal,
  first?: Page<Entry>,
): Promise<ImageListing> {
  return whole.read(request, signal, (client, limits) =>
    readAll(client, request.source, request, limits, first),
  );
}

function byId(
  reads: SourceReadsParts,
  request: SourcePlace & { readonly id: string },
  signal: AbortSignal,
): Promise<Image | undefined> {
  return reads.byId.read(request, signal, (client, limits) =>
    readById(client, request.source, request, limits),
  );
}

/** The part of what is wanted that the server can leave out by; `undefined` when there is none. */
function serverFiltersOf(source: ImageSource, wanted: Wanted): Wanted | undefined {
  const given = sources[source].serverFilters.filter((name) => wanted[name] !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given.map((name) => [name, wanted[name]]));
}
