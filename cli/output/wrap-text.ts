import { displayWidth } from "../../provider/messages/text-table.ts";

/** Where a line may be broken: after a space, and between Chinese characters, but not in front of punctuation. */
const pieces = /[^\s\p{Script=Han}，。；：、）」]*[\p{Script=Han}（「]?[，。；：、）」]*\s*/gu;

/** Lines of a text that fit a number of columns; a word that does not fit stands on a line of its own. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const [piece] of text.matchAll(pieces)) {
    if (piece === "") continue;
    if (line !== "" && displayWidth((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}
