import type { ImageRow } from "../state/image-row.ts";
import type { RowMembers, RowWriter } from "./row-text.ts";

/** The versions of one published image. */
export interface ImageGroup {
  /** What the response says about all of them. */
  readonly members: RowMembers;
  readonly versions: readonly RowMembers[];
}

const known = new WeakMap<readonly ImageRow[], readonly ImageGroup[]>();

// A row may have been patched into a wrong shape, so what is no number counts for nothing.
function sum(rows: readonly ImageRow[], name: "CreatedCount" | "FavoritesCount" | "ImageUseTime"): number {
  return rows.reduce((total, row) => total + (Number(row[name]) || 0), 0);
}

/** Leaves out the name of a version that is called like its group, as live responses may. */
function withoutName(row: ImageRow): RowMembers {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== "Name"));
}

function groupOf(rows: readonly [ImageRow, ...ImageRow[]]): ImageGroup {
  const [first, ...older] = rows;
  const { Name, Description } = first;
  return {
    members: {
      GroupId: first["GroupId"] ?? first.CompShareImageId,
      ImageName: Name,
      ImageDesc: Description,
      CreatedCount: sum(rows, "CreatedCount"),
      FavoritesCount: sum(rows, "FavoritesCount"),
      RecommendCount: 0,
      ImageUseTime: sum(rows, "ImageUseTime"),
      IsFavorite: false,
      Status: rows.some(({ Status }) => Status === "Available") ? "Available" : first.Status,
    },
    versions: [first, ...older.map((row) => (row.Name === Name ? withoutName(row) : row))],
  };
}

/** Groups rows by their GroupId; a row without one is a group of its own. */
export function groupImages(rows: readonly ImageRow[]): readonly ImageGroup[] {
  const before = known.get(rows);
  if (before !== undefined) return before;
  const byGroup = Map.groupBy(rows, (row) => row["GroupId"] ?? row.CompShareImageId);
  const groups = [...byGroup.values()].flatMap(([first, ...older]) =>
    first === undefined ? [] : [groupOf([first, ...older])],
  );
  known.set(rows, groups);
  return groups;
}

export function groupText(
  { members, versions }: ImageGroup,
  rowText: RowWriter,
  withReadme: boolean,
): string {
  const data = versions.map((row) => rowText(row, withReadme)).join(",");
  return `${rowText(members, false).slice(0, -1)},"Data":[${data}]}`;
}
