import { type ActionAnswer, type ActionCall, notAvailable } from "./action.ts";
import type { ImageRow } from "./image-row.ts";
import { type PageRequest, pageOf } from "./page-images.ts";
import type { Quirks } from "./quirks.ts";

function wholeNumber(
  text: string | undefined,
  fallback: number,
  least: number,
  most: number,
): number | undefined {
  if (text === undefined) return fallback;
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

function totalMembers(count: number, { totalCount, countsAsText }: Quirks): Record<string, string> {
  if (totalCount === "missing") return {};
  const name = totalCount === "as-Total" ? "Total" : "TotalCount";
  const shift = typeof totalCount === "number" ? totalCount : 0;
  const value = totalCount === "zero" ? 0 : Math.max(0, count + shift);
  return { [name]: countsAsText ? `"${value}"` : String(value) };
}

/** Reads Limit and Offset; the name of the refused one when it is not a number that the service takes. */
export function pageRequest(parameters: ReadonlyMap<string, string>): PageRequest | "Limit" | "Offset" {
  // Live: 100 passes and 200 is refused. That 0 is refused as well is an assumption.
  const limit = wholeNumber(parameters.get("Limit"), 20, 1, 100);
  const offset = wholeNumber(parameters.get("Offset"), 0, 0, Number.MAX_SAFE_INTEGER);
  if (limit === undefined) return "Limit";
  return offset === undefined ? "Offset" : { limit, offset };
}

/** Answers one page of rows that match, with their total. */
export function listAnswer(call: ActionCall, matches: readonly ImageRow[]): ActionAnswer {
  const { parameters, quirks, random, rowText } = call;
  const request = pageRequest(parameters);
  if (typeof request === "string") return notAvailable(request);
  const byId = parameters.has("CompShareImageId");
  const page = pageOf(matches, request, quirks, random);
  const rows = page.map((row) => rowText(row, byId)).join(",");
  const total = byId && quirks.pointQueryTotalZero ? 0 : matches.length;
  const imageSet = rows === "" && quirks.nullImageSet ? "null" : `[${rows}]`;
  return { members: { ...totalMembers(total, quirks), ImageSet: imageSet } };
}
