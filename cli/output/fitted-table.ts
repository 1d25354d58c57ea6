import { displayWidth, textTable } from "../../provider/messages/text-table.ts";

export interface Column {
  readonly title: string;
  /** How narrow it may become where the terminal is. @default it stays whole */
  readonly least?: number;
  /** When it is left out where the terminal is still too narrow: the highest first. @default never */
  readonly drop?: number;
}

/** Lines of a table that fits the terminal, and the titles of the columns that had no room. */
export interface FittedTable {
  readonly lines: readonly string[];
  readonly leftOut: readonly string[];
}

/** Fits a table: cells are cut with `…` first, then columns are left out. Where nothing limits a line all stays whole. */
export function fittedTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number | undefined,
): FittedTable {
  const measured = columns.map((column, index) => {
    const cells = [column.title, ...rows.map((row) => row[index] ?? "")];
    return { ...column, cells, width: Math.max(...cells.map(displayWidth)) };
  });
  const shown = withRoom(measured, width ?? Number.POSITIVE_INFINITY);
  const widths = fittedWidths(shown, width ?? Number.POSITIVE_INFINITY);
  const lines = textTable(
    [...rows.keys(), rows.length].map((row) =>
      shown.map(({ cells }, index) => cutToWidth(cells[row] ?? "", widths[index] ?? 0)),
    ),
  );
  return {
    lines,
    leftOut: measured.filter((one) => !shown.includes(one)).map(({ title }) => title),
  };
}

interface Measured extends Column {
  readonly cells: readonly string[];
  readonly width: number;
}

const gap = 2;

function leastWidth({ least, width }: Measured): number {
  return least === undefined ? width : Math.min(least, width);
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, one) => sum + one + gap, -gap);
}

/** Columns that fit if each of them is as narrow as it may be. */
function withRoom(columns: readonly Measured[], width: number): readonly Measured[] {
  if (total(columns.map(leastWidth)) <= width) return columns;
  const first = columns
    .filter(({ drop }) => drop !== undefined)
    .toSorted((one, other) => (other.drop ?? 0) - (one.drop ?? 0))[0];
  return first === undefined
    ? columns
    : withRoom(
        columns.filter((one) => one !== first),
        width,
      );
}

/** What is too wide is taken from the widest of the columns that may be cut, a bit at a time. */
function fittedWidths(columns: readonly Measured[], width: number): readonly number[] {
  const widths = columns.map((column) => column.width);
  // Where no more columns can go, those that may be cut become narrower than is comfortable.
  for (const least of [leastWidth, narrowest]) {
    for (let over = total(widths) - width; over > 0; over -= 1) {
      const spare = columns.map((column, index) => (widths[index] ?? 0) - least(column));
      const widest = spare.indexOf(Math.max(...spare));
      if ((spare[widest] ?? 0) <= 0) break;
      widths[widest] = (widths[widest] ?? 0) - 1;
    }
  }
  return widths;
}

function narrowest({ least, width }: Measured): number {
  return least === undefined ? width : Math.min(6, width);
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
