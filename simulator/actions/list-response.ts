import type { Quirks } from "../quirks/quirks.ts";
import { type ActionCall, type ActionResponse, notAvailable } from "./action.ts";
import type { CutPage, PageRequest } from "./page-images.ts";

/** What an action lists. */
export interface Listed<Item> {
  /** Member of the response that holds the list. */
  readonly member: string;
  readonly matches: readonly Item[];
  /** Whether one image is asked for by its ID. */
  readonly byId: boolean;
  readonly page: CutPage<Item>;
  readonly write: (item: Item) => string;
}

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

function pageRequest(parameters: ReadonlyMap<string, string>): PageRequest | "Limit" | "Offset" {
  // Live: 100 passes and 200 is refused. That 0 is refused as well is an assumption.
  const limit = wholeNumber(parameters.get("Limit"), 20, 1, 100);
  const offset = wholeNumber(parameters.get("Offset"), 0, 0, Number.MAX_SAFE_INTEGER);
  if (limit === undefined) return "Limit";
  return offset === undefined ? "Offset" : { limit, offset };
}

/** Responds with one page of what matches, with its total. */
export function listResponse<Item>(call: ActionCall, listed: Listed<Item>): ActionResponse {
  const { parameters, quirks, random } = call;
  const { matches, byId } = listed;
  const request = pageRequest(parameters);
  if (typeof request === "string") return notAvailable(request);
  const items = listed.page(matches, request, quirks, random).map(listed.write).join(",");
  const total = byId && quirks.pointQueryTotalZero ? 0 : matches.length;
  const list = items === "" && quirks.nullImageSet ? "null" : `[${items}]`;
  return { members: { ...totalMembers(total, quirks), [listed.member]: list } };
}
