import type { ActionCall, ActionResponse } from "./action.ts";
import { listResponse } from "./list-response.ts";
import { byImageId, byNameAndAuthor, matchingRows, type RowFilter } from "./matching-rows.ts";
import { pageByType } from "./page-images.ts";

// Zone is missing on purpose: the platform list is the same in every zone.
const filters: Readonly<Record<string, RowFilter>> = {
  ...byImageId,
  ...byNameAndAuthor,
  ImageType: (row, value) => row.ImageType === value,
  // Whether one half of a compound tag matches is not known; the whole text is the careful reading.
  Tag: (row, value) => Array.isArray(row.Tags) && row.Tags.includes(value),
};

/** Lists platform images. */
export function describeCompShareImages(call: ActionCall): ActionResponse {
  const matches = matchingRows(call, call.rowsOf("platform"), filters);
  if ("retCode" in matches) return matches;
  const byId = call.parameters.has("CompShareImageId");
  return listResponse(call, {
    member: "ImageSet",
    matches,
    byId,
    page: pageByType,
    write: (row) => call.rowText(row, byId),
  });
}
