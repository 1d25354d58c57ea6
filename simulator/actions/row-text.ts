import type { Quirks } from "../quirks/quirks.ts";

/** Members that no page documents, for the quirk `extraMembers`. */
export const undocumentedMembers = {
  XTraceId: "b3d1",
  XFlags: [1, "two", null, { deep: true }],
  XLimits: { Soft: 3, Hard: null },
};

/** Members of a row, or of a group of rows. */
export type RowMembers = Readonly<Record<string, unknown>>;

const asText = (value: unknown): unknown => (typeof value === "number" ? String(value) : value);

function containerAsBoolean(value: unknown): unknown {
  if (value === "True") return true;
  return value === "False" ? false : value;
}

function rowMembers(row: RowMembers, quirks: Quirks): [string, unknown][] {
  return Object.entries(row).map(([name, value]) => {
    if (name === "CompShareImageId" && quirks.idAlias) return ["ImageId", value];
    if (name === "Container" && quirks.containerAsBoolean) return [name, containerAsBoolean(value)];
    return [name, quirks.countsAsText ? asText(value) : value];
  });
}

/** Writes a row the way the server sends it; `Readme` only when the image was asked for by its ID. */
function writeRow(row: RowMembers, quirks: Quirks, withReadme: boolean): string {
  const members = rowMembers(row, quirks).filter(([name]) => withReadme || name !== "Readme");
  const extra = quirks.extraMembers ? undocumentedMembers : {};
  return JSON.stringify({ ...Object.fromEntries(members), ...extra });
}

/** Writes rows and remembers the text of each one until the quirks change. */
export interface RowWriter {
  (row: RowMembers, withReadme: boolean): string;
}

/** Creates a writer: a listing of 20,000 rows is asked for again and again, its rows are written once. */
export function createRowWriter(quirks: () => Quirks): RowWriter {
  let writtenFor: Quirks | undefined;
  let texts = new WeakMap<RowMembers, string>();
  return (row, withReadme) => {
    const current = quirks();
    if (withReadme) return writeRow(row, current, true);
    if (writtenFor !== current) {
      writtenFor = current;
      texts = new WeakMap();
    }
    const known = texts.get(row);
    if (known !== undefined) return known;
    const text = writeRow(row, current, false);
    texts.set(row, text);
    return text;
  };
}
