import type { ImageRow } from "../state/image-row.ts";
import type { Source } from "../state/sources.ts";
import type { ActionCall, ActionHandler, ActionResponse } from "./action.ts";
import { listResponse } from "./list-response.ts";
import { byImageId, matchingRows } from "./matching-rows.ts";
import { pageTogether } from "./page-images.ts";

function describe(call: ActionCall, source: Source): ActionResponse {
  const matches = matchingRows(call, call.rowsOf(source), byImageId);
  if ("retCode" in matches) return matches;
  const byId = call.parameters.has("CompShareImageId");
  return listResponse(call, {
    member: "ImageSet",
    matches,
    byId,
    page: pageTogether<ImageRow>,
    write: (row) => call.rowText(row, byId),
  });
}

/** Lists the images that the account has made. */
export const describeCompShareCustomImages: ActionHandler = (call) => describe(call, "custom");

/** Lists the images that others have shared with the account. */
export const describeCompShareSharingImages: ActionHandler = (call) => describe(call, "shared");
