import { plainText } from "../../provider/messages/plain-text.ts";
import { textTable } from "../../provider/messages/text-table.ts";
import { imageFindingText } from "../pins/standing-text.ts";
import { changeCells, changeTitles, type Renderer } from "./image-text.ts";
import { changesOf, findingsOf, noticesOf, type Section } from "./report.ts";
import type { ReportWords } from "./words.ts";
import { harmless } from "./workflow-commands.ts";

/** A section as text for a terminal or a log. */
export function textReport(section: Section, words: ReportWords): string {
  const render: Renderer = { words, code: (text) => plainText(text, 120), arrow: " → " };
  const { project, stack, pins } = section;
  const changes = changesOf(section);
  const notices = noticesOf(section);
  const unchanged = pins.length - changes.length;
  const table = textTable([changeTitles(words), ...changes.map((change) => changeCells(change, render))]);
  const lines = [
    ...(stack === undefined || stack === "" ? [] : [render.code(`${project ?? ""}/${stack}`)]),
    ...(section.failed ? [words.failed] : []),
    ...(changes.length === 0 ? [pins.length === 0 ? words.noPins : words.none] : table),
    ...notices.flatMap((notice) =>
      findingsOf(notice).map((finding) =>
        imageFindingText(finding, { pin: notice.pin, image: notice.after }, words),
      ),
    ),
    ...(unchanged === 0 || changes.length === 0 ? [] : [words.unchanged(unchanged)]),
  ];
  return `${lines.map(harmless).join("\n")}\n`;
}
