import type { ImageRow } from "../state/image-row.ts";
import type { ActionAnswer, ActionCall, ActionHandler } from "./action.ts";
import { groupImages, groupText } from "./image-groups.ts";
import { listAnswer } from "./list-answer.ts";
import { byImageId, byNameAndAuthor, matchingRows } from "./matching-rows.ts";
import { pageTogether } from "./page-images.ts";

const groupMembers = { grouped: "CompshareImageGroup", ImageSetGroup: "ImageSetGroup" } as const;

/** Answers published images: in groups, which are then what Limit, Offset and TotalCount count, or as rows. */
function publishedAnswer(call: ActionCall, rows: readonly ImageRow[], byId: boolean): ActionAnswer {
  const { communityShape } = call.quirks;
  if (communityShape === "flat") {
    const write = (row: ImageRow): string => call.rowText(row, byId);
    return listAnswer(call, { member: "ImageSet", matches: rows, byId, page: pageTogether, write });
  }
  const groups = groupImages(rows);
  const answer = listAnswer(call, {
    member: groupMembers[communityShape],
    matches: groups,
    byId,
    page: pageTogether,
    write: (group) => groupText(group, call.rowText, byId),
  });
  if ("retCode" in answer) return answer;
  const available = groups.filter(({ members }) => members["Status"] === "Available").length;
  return { members: { ...answer.members, AvailableTotalCount: String(available) } };
}

/** Lists the images that everybody has published. Tag is ignored, as it is live. */
export const describeCommunityImages: ActionHandler = (call) => {
  const matches = matchingRows(call, call.rowsOf("community"), { ...byImageId, ...byNameAndAuthor });
  if ("retCode" in matches) return matches;
  return publishedAnswer(call, matches, call.parameters.has("CompShareImageId"));
};

/** Lists the images that the account has published. It has paging and no filter, so an ID is ignored. */
export const describeSelfCommunityImages: ActionHandler = (call) =>
  publishedAnswer(call, call.rowsOf("published"), false);
