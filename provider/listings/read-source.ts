import { setTimeout as pause } from "node:timers/promises";
import type { ActionResponse } from "../contract/actions.ts";
import { type Image, type ImageSource, volatileMembers } from "../contract/image.ts";
import { isAbsent, isRow, type WireRow } from "../contract/wire-row.ts";
import { ApiError } from "../errors/api-error.ts";
import { ResponseShapeError } from "../errors/response-shape-error.ts";
import type { CallLimits } from "../ucloud/attempt.ts";
import type { Client } from "../ucloud/client.ts";
import { decodeImage } from "../ucloud/decode-row.ts";
import { changedFormat } from "../ucloud/odd-members.ts";
import { mostRequests } from "../ucloud/shared-limits.ts";
import { type Listed, type Page, pageLimit, type ReadPage } from "./page.ts";
import { readListing } from "./read-listing.ts";
import type { Place } from "./scope.ts";
import { type ServerFilter, sources } from "./sources.ts";

/** What a listing counts, with its images. */
export interface Entry extends Listed {
  readonly images: readonly Image[];
}

/** What a page is asked for beside its offset. */
export type ServerFilters = { readonly [Name in ServerFilter | "id"]?: string | undefined };

/** Reads one page of a catalogue. */
export async function readPage(
  client: Client,
  source: ImageSource,
  request: Place & ServerFilters & { readonly offset: number },
  limits: CallLimits,
  beforeDecoding: () => Promise<void> | undefined = () => undefined,
): Promise<Page<Entry>> {
  const { action } = sources[source];
  const reply = await client.call(action, { ...request, limit: pageLimit }, limits);
  await beforeDecoding();
  const decode = (row: unknown, path: string): Image => decodeImage(row, { action, path, source });
  return { entries: readEntries(reply, decode), total: reply.TotalCount ?? reply.Total ?? 0 };
}

type Reply = ActionResponse<"DescribeCompShareImages">;
type Group = NonNullable<Reply["CompshareImageGroup"]>[number];

function readEntries(reply: Reply, decode: (row: unknown, path: string) => Image): Entry[] {
  const flat = (reply.ImageSet ?? []).map((row, index): Entry => {
    const image = decode(row, `ImageSet[${index}]`);
    return { id: image.id, imageType: image.imageType, images: [image] };
  });
  const grouped = (reply.CompshareImageGroup ?? reply.ImageSetGroup ?? []).flatMap(
    (group, index): Entry[] => {
      const images = (group.Data ?? []).map((row, member) =>
        decode(ofGroup(row, group), `group ${index}: Data[${member}]`),
      );
      // With the IDs of its images, since a group may come in parts, which are not the same.
      const ids = images.map((image) => image.id).toSorted();
      const id = JSON.stringify([group.GroupId, ...ids]);
      return images.length === 0 && group.GroupId === undefined ? [] : [{ id, images }];
    },
  );
  return [...flat, ...grouped];
}

/** An image of a group takes from the group what it does not say itself. */
function ofGroup(row: unknown, group: Group): unknown {
  if (!isRow(row)) return row;
  const { GroupId, ImageName, ImageDesc, Status } = group;
  const inherited: WireRow = { GroupId, Name: ImageName, Description: ImageDesc, Status };
  const missing = Object.entries(inherited).filter(([name]) => isAbsent(row[name]));
  return { ...row, ...Object.fromEntries(missing), ImageName };
}

function differs(before: Entry, now: Entry): boolean {
  const [one, other] = [before, now].map(({ images }) =>
    JSON.stringify(images, (key, value: unknown) => (volatileMembers.has(key) ? undefined : value)),
  );
  return one !== other;
}

/** For every permit a page that waits for it, so that none is idle while pages are decoded. */
const waiting = mostRequests;

/** Images of a catalogue. */
export interface ImageListing {
  readonly images: readonly Image[];
  /** Whether the catalogue changed each time that it was read. */
  readonly changedDuringRead: boolean;
}

/**
 * Pages come in bursts of as many as were asked for at once. While others wait for a permit, rows are decoded when the
 * burst is over: for each page that is read one of them can be asked for, and decoding first would keep it back.
 */
const burstMs = 3;

/** All images of a catalogue, each once; its first page may have been read already. */
export async function readAll(
  client: Client,
  source: ImageSource,
  request: Place & ServerFilters,
  limits: CallLimits,
  first?: Page<Entry>,
): Promise<ImageListing> {
  let [known, underWay] = [first, 0];
  const untilBurstEnds = (): Promise<void> | undefined =>
    underWay > mostRequests ? pause(burstMs) : undefined;
  const read: ReadPage<Entry> = async (offset, signal) => {
    const page = offset === 0 ? known : undefined;
    // A second reading of the listing wants a page of its own.
    known = undefined;
    if (page !== undefined) return page;
    underWay += 1;
    return readPage(client, source, { ...request, offset }, { ...limits, signal }, untilBurstEnds).finally(
      () => {
        underWay -= 1;
      },
    );
  };
  const { entries, changedDuringRead } = await readListing(read, limits.signal, {
    differs,
    waiting,
  });
  const byId = new Map<string, Image>();
  for (const entry of entries) for (const image of entry.images) byId.set(image.id, image);
  const images = [...byId.values()];
  const path = changedFormat(images);
  if (path !== undefined) {
    const { action } = sources[source];
    throw new ResponseShapeError({ reason: "SCHEMA", problem: "changed", action, path });
  }
  return { images, changedDuringRead };
}

/** The image of an ID. The response's count is not reliable, and one row is all there is, so one page is enough. */
export async function readById(
  client: Client,
  source: ImageSource,
  request: Place & { readonly id: string },
  limits: CallLimits,
): Promise<Image | undefined> {
  try {
    const { entries: images } = await readPage(client, source, { ...request, offset: 0 }, limits);
    return images.flatMap((entry) => entry.images).find((image) => image.id === request.id);
  } catch (error) {
    if (error instanceof ApiError && error.meaning.noSuchImage) return undefined;
    throw error;
  }
}
