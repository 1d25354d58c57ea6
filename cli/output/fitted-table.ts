import { displayWidth, textTable } from "../../provider/messages/text-table.ts";

/** A column of a table. */
export interface Column {
  readonly title: string;
  /** Whether it gives way when the terminal is narrow, the last one first, down to `least` columns. @default it does not */
  readonly least?: number;
}

/** Lines of a table that fits the terminal: columns that may are cut with `…`, the rest stay whole. */
export function fittedTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number | undefined,
): string[] {
  const titles = columns.map(({ title }) => title);
  const widths = columns.map((_, index) =>
    Math.max(...[titles, ...rows].map((row) => displayWidth(row[index] ?? ""))),
  );
  let over = widths.reduce((sum, one) => sum + one + 2, -2) - (width ?? Number.POSITIVE_INFINITY);
  for (const [index, { least }] of [...columns.entries()].toReversed()) {
    const now = widths[index] ?? 0;
    if (over <= 0 || least === undefined || now <= least) continue;
    widths[index] = Math.max(least, now - over);
    over -= now - (widths[index] ?? 0);
  }
  return textTable(
    [titles, ...rows].map((row) => row.map((cell, index) => cutToWidth(cell, widths[index] ?? 0))),
  );
}

/** A text cut to a number of columns of a terminal. */
export function cutToWidth(text: string, most: number): string {
  if (displayWidth(text) <= most) return text;
  let cut = "";
  let width = 0;
  for (const character of text) {
    width += displayWidth(character);
    if (width > most - 1) break;
    cut += character;
  }
  return `${cut}…`;
}
