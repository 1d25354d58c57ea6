import { plainText } from "../../provider/messages/plain-text.ts";

/**
 * Text from outside as code in Markdown. A code span holds nothing but its text: no mention, no link, no HTML. What
 * could end the span or the cell of its table is written as entities, in the HTML element that a code span becomes.
 */
export function codeText(value: string, most = 120): string {
  const text = plainText(value, most).trim();
  if (text === "") return "";
  if (!/[`|\\]/.test(text)) return `\`${text}\``;
  return `<code>${text.replace(/[^\p{L}\p{N} ]/gu, entity)}</code>`;
}

function entity(character: string): string {
  return `&#${character.codePointAt(0) ?? 0};`;
}

/** A table in Markdown; the cells are Markdown already. */
export function markdownTable(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(titles), line(titles.map(() => "---")), ...rows.map(line)].join("\n");
}
