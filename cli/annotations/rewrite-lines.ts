import type { Annotation } from "./annotation.ts";
import { contentEnd } from "./read-annotations.ts";

/** What an annotated line is to say. */
export interface Rewrite {
  readonly annotation: Annotation;
  readonly id: string;
  readonly shown: string;
}

/** The text of a file with new IDs and the texts behind them; every other character stays as it was. */
export function rewriteLines(text: string, rewrites: readonly Rewrite[]): string {
  const lines = text.split("\n");
  for (const rewrite of rewrites) {
    // The ID stands in the line below the annotation, and lines are counted from 1.
    const index = rewrite.annotation.line;
    lines[index] = rewriteLine(lines[index] ?? "", rewrite);
  }
  return lines.join("\n");
}

function rewriteLine(line: string, { annotation, id, shown }: Rewrite): string {
  const { idSpan, mark } = annotation;
  const comment = annotation.shown;
  const head = `${line.slice(0, idSpan.start)}${id}`;
  if (comment !== undefined)
    return `${head}${line.slice(idSpan.end, comment.start)}${blankBefore(line, comment.start)}${shown}${line.slice(comment.end)}`;
  const end = contentEnd(line);
  return `${head}${line.slice(idSpan.end, end)} ${mark} ${shown}${line.slice(end)}`;
}

/** An empty comment `#` gets the blank that a text needs. */
function blankBefore(line: string, start: number): string {
  return /\s/.test(line[start - 1] ?? " ") ? "" : " ";
}
