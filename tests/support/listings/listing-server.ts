import type { Image } from "../../../provider/contract/image.ts";
import type { ReadPage } from "../../../provider/listings/page.ts";

/** How a server pages, as a pure function of the offset. */
export interface ServerModel {
  /** What Limit and Offset count. */
  readonly pages: "per type" | "together";
  /** Most rows that it sends whatever Limit says; 0 is no clamp. */
  readonly clamp: number;
  readonly ignores: "nothing" | "limit" | "offset";
  /** What it claims the number of rows to be. */
  readonly total: number;
}

/** The 100 rows that every request asks for. */
const limit = 100;

function groups(images: readonly Image[], pages: ServerModel["pages"]): (readonly Image[])[] {
  if (pages === "together") return [images];
  const types = new Set(images.map(({ imageType }) => imageType));
  return [...types].map((type) => images.filter(({ imageType }) => imageType === type));
}

/** The rows that the server sends for an offset. */
export function rowsAt(images: readonly Image[], model: ServerModel, offset: number): Image[] {
  const first = model.ignores === "offset" ? 0 : offset;
  const size = model.clamp === 0 ? limit : Math.min(limit, model.clamp);
  const end = model.ignores === "limit" ? images.length : first + size;
  return groups(images, model.pages).flatMap((group) => group.slice(first, end));
}

/** A server that counts its requests. */
export interface ListingServer {
  readonly readPage: ReadPage<Image>;
  readonly offsets: readonly number[];
}

/** Starts a server of this model; `deliver` decides when an answer arrives. */
export function createListingServer(
  images: readonly Image[],
  model: ServerModel,
  deliver: <Value>(answer: Promise<Value>) => Promise<Value> = (answer) => answer,
): ListingServer {
  const offsets: number[] = [];
  return {
    offsets,
    readPage: (offset) => {
      offsets.push(offset);
      return deliver(Promise.resolve({ entries: rowsAt(images, model, offset), total: model.total }));
    },
  };
}
