import type { ImageRow } from "../state/image-row.ts";
import type { ActionCall, ActionHandler, ActionResponse } from "./action.ts";
import { groupImages, groupText } from "./image-groups.ts";
import { listResponse } from "./list-response.ts";
import { byImageId, byNameAndAuthor, matchingRows } from "./matching-rows.ts";
import { pageTogether } from "./page-images.ts";

const groupMembers = { grouped: "CompshareImageGroup", ImageSetGroup: "ImageSetGroup" } as const;

/** Responds with published images: in groups, which are then what Limit, Offset and TotalCount count, or as rows. */
function publishedResponse(call: ActionCall, rows: readonly ImageRow[], byId: boolean): ActionResponse {
  const { communityShape } = call.quirks;
  if (communityShape === "flat") {
    const write = (row: ImageRow): string => call.rowText(row, byId);
    return listResponse(call, { member: "ImageSet", matches: rows, byId, page: pageTogether, write });
  }
  const groups = groupImages(rows);
  const response = listResponse(call, {
    member: groupMembers[communityShape],
    matches: groups,
    byId,
    page: pageTogether,
    write: (group) => groupText(group, call.rowText, byId),
  });
  if ("retCode" in response) return response;
  const available = groups.filter(({ members }) => members["Status"] === "Available").length;
  return { members: { ...response.members, AvailableTotalCount: String(available) } };
}

/** Lists the images that everybody has published. Tag is ignored, as it is live. */
export const describeCommunityImages: ActionHandler = (call) => {
  const matches = matchingRows(call, call.rowsOf("community"), { ...byImageId, ...byNameAndAuthor });
  if ("retCode" in matches) return matches;
  return publishedResponse(call, matches, call.parameters.has("CompShareImageId"));
};

/** Lists the images that the account has published. It has paging and no filter, so an ID is ignored. */
export const describeSelfCommunityImages: ActionHandler = (call) =>
  publishedResponse(call, call.rowsOf("published"), false);
