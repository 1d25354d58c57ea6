import { type ActionAnswer, type ActionCall, notAvailable } from "./action.ts";
import type { ImageRow } from "./image-row.ts";
import { listAnswer } from "./list-answer.ts";

type Filter = (row: ImageRow, value: string) => boolean;

// Zone is missing on purpose: the platform list is the same in every zone.
// A row may have been patched into a wrong shape, so nothing is taken for granted about its members.
const filters: Readonly<Record<string, Filter>> = {
  CompShareImageId: (row, value) => row.CompShareImageId === value,
  ImageType: (row, value) => row.ImageType === value,
  // Live: part of the name, case-sensitive.
  Name: (row, value) => typeof row.Name === "string" && row.Name.includes(value),
  Author: (row, value) => row.Author === value,
  // Whether one half of a compound tag matches is not known; the whole text is the careful reading.
  Tag: (row, value) => Array.isArray(row.Tags) && row.Tags.includes(value),
};

function matchingRows({ images, parameters }: ActionCall): readonly ImageRow[] {
  // Without a filter the array itself is passed on, so that what is remembered by it stays known.
  return Object.entries(filters).reduce<readonly ImageRow[]>((rows, [name, matches]) => {
    const value = parameters.get(name);
    return value === undefined ? rows : rows.filter((row) => matches(row, value));
  }, images);
}

/** Lists platform images. */
export function describeCompShareImages(call: ActionCall): ActionAnswer {
  const id = call.parameters.get("CompShareImageId");
  const isUnknown = id !== undefined && !call.images.some((row) => row.CompShareImageId === id);
  if (isUnknown && call.quirks.unknownIdRefused) return notAvailable("CompShareImageId");
  return listAnswer(call, matchingRows(call));
}
