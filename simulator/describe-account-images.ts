import { type ActionAnswer, type ActionCall, type ActionHandler, notAvailable } from "./action.ts";
import { listAnswer } from "./list-answer.ts";
import type { Source } from "./sources.ts";

function describe(call: ActionCall, source: Source): ActionAnswer {
  const rows = call.rowsOf(source);
  const id = call.parameters.get("CompShareImageId");
  const matches = id === undefined ? rows : rows.filter((row) => row.CompShareImageId === id);
  if (id !== undefined && matches.length === 0 && call.quirks.unknownIdRefused)
    return notAvailable("CompShareImageId");
  return listAnswer(call, matches);
}

/** Lists the images that the account has made. */
export const describeCompShareCustomImages: ActionHandler = (call) => describe(call, "custom");

/** Lists the images that others have shared with the account. */
export const describeCompShareSharingImages: ActionHandler = (call) => describe(call, "shared");
