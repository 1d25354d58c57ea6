import { eastAsianWidth } from "get-east-asian-width";

/** Columns that a text takes in a terminal: a Chinese character takes two. */
export function displayWidth(value: string): number {
  let width = 0;
  for (const character of value) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  return width;
}

/** Lines of a table whose columns stand below each other, also with Chinese in them. */
export function textTable(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries())
      widths[index] = Math.max(widths[index] ?? 0, displayWidth(cell));
  }
  return rows.map((row) =>
    row
      .map((cell, index) => cell + " ".repeat((widths[index] ?? 0) - displayWidth(cell)))
      .join("  ")
      .trimEnd(),
  );
}
