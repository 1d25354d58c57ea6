import { type ActionAnswer, type ActionCall, type ActionHandler, notAvailable } from "./action.ts";
import type { ImageRow } from "./image-row.ts";
import { listAnswer, pageRequest } from "./list-answer.ts";
import type { Source } from "./sources.ts";

/** Versions of one published image, in the order in which they stand. */
function groupsOf(rows: readonly ImageRow[]): readonly (readonly ImageRow[])[] {
  return [...Map.groupBy(rows, (row) => row["GroupId"] ?? row.CompShareImageId).values()];
}

function groupText(group: readonly ImageRow[], { rowText }: ActionCall, byId: boolean): string {
  const [first] = group;
  // The versions of a group are called like the group; only the first one repeats the name.
  const rows = group.map((row, index) =>
    index === 0 ? row : { ...row, Name: undefined as unknown as string },
  );
  const members = {
    GroupId: first?.["GroupId"] ?? first?.CompShareImageId,
    ImageName: first?.Name,
    ImageDesc: first?.Description,
    CreatedCount: first?.CreatedCount,
    FavoritesCount: first?.FavoritesCount,
    RecommendCount: 0,
    ImageUseTime: 0,
    IsFavorite: false,
    Status: first?.Status,
  };
  const data = rows.map((row) => rowText(row, byId)).join(",");
  return `${JSON.stringify(members).slice(0, -1)},"Data":[${data}]}`;
}

/** Lists published images: in groups, which are what Limit, Offset and TotalCount count. Tag is ignored, as it is live. */
function describe(call: ActionCall, source: Source, point: boolean): ActionAnswer {
  const { parameters, quirks } = call;
  const [name, author] = [parameters.get("Name"), parameters.get("Author")];
  const id = point ? parameters.get("CompShareImageId") : undefined;
  const matches = call
    .rowsOf(source)
    .filter(
      (row) =>
        (id === undefined || row.CompShareImageId === id) &&
        (name === undefined || row.Name.includes(name)) &&
        (author === undefined || row.Author === author),
    );
  if (quirks.communityShape === "flat") return listAnswer(call, matches);
  const request = pageRequest(parameters);
  if (typeof request === "string") return notAvailable(request);
  const groups = groupsOf(matches);
  const size = quirks.clampLimit === 0 ? request.limit : Math.min(request.limit, quirks.clampLimit);
  const page = groups.slice(request.offset, request.offset + size);
  const member = quirks.communityShape === "ImageSetGroup" ? "ImageSetGroup" : "CompshareImageGroup";
  return {
    members: {
      TotalCount: String(groups.length),
      AvailableTotalCount: String(
        groups.filter((group) => group.some(({ Status }) => Status === "Available")).length,
      ),
      [member]: `[${page.map((group) => groupText(group, call, id !== undefined)).join(",")}]`,
    },
  };
}

/** Lists the images that everybody has published. */
export const describeCommunityImages: ActionHandler = (call) => describe(call, "community", true);

/** Lists the images that the account has published. It has no parameter for an ID. */
export const describeSelfCommunityImages: ActionHandler = (call) => describe(call, "published", false);
