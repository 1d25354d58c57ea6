import type { ImageRow } from "../state/image-row.ts";
import { type ActionCall, notAvailable, type Refusal } from "./action.ts";

/** Whether a row passes a request parameter with this value. */
export type RowFilter = (row: ImageRow, value: string) => boolean;

/** The parameter by which one image is asked for. */
export const byImageId: Readonly<Record<"CompShareImageId", RowFilter>> = {
  CompShareImageId: (row, value) => row.CompShareImageId === value,
};

/** What images of the platform and of the community are filtered by. That both do it alike is an assumption. */
export const byNameAndAuthor: Readonly<Record<"Name" | "Author", RowFilter>> = {
  // Live: part of the name, case-sensitive. A row may have been patched into a wrong shape.
  Name: (row, value) => typeof row.Name === "string" && row.Name.includes(value),
  Author: (row, value) => row.Author === value,
};

/** The rows that pass every filter whose parameter is given, or the refusal of an unknown ID. */
export function matchingRows(
  { parameters, quirks }: ActionCall,
  rows: readonly ImageRow[],
  filters: Readonly<Record<string, RowFilter>>,
): readonly ImageRow[] | Refusal {
  const id = "CompShareImageId" in filters ? parameters.get("CompShareImageId") : undefined;
  if (id !== undefined && quirks.unknownIdRefused && !rows.some((row) => row.CompShareImageId === id))
    return notAvailable("CompShareImageId");
  // Without a filter the array itself is passed on, so that what is remembered by it stays known.
  return Object.entries(filters).reduce((left, [name, passes]) => {
    const value = parameters.get(name);
    return value === undefined ? left : left.filter((row) => passes(row, value));
  }, rows);
}
