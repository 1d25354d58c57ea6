import { changeCells, changeTitles, imageCell, type Renderer } from "./image-text.ts";
import { codeText, markdownTable } from "./markdown-cells.ts";
import { changesOf, noticesOf, type Section } from "./report.ts";
import type { PinChange } from "./report-schema.ts";
import type { ReportWords } from "./words.ts";

/** GitHub refuses comments of 65,536 characters; a marker and the end of the text have to fit as well. */
const longestMarkdown = 64_000;

/** A section as Markdown, in at most that many characters: rows that do not fit are counted. */
export function markdownReport(section: Section, words: ReportWords, most: number = longestMarkdown): string {
  const render: Renderer = { words, code: (text) => codeText(text), arrow: "<br>→ " };
  const changes = changesOf(section);
  const notices = noticesOf(section);
  const unchanged = section.pins.length - changes.length;
  const head = [`### ${title(section, render)}`];
  if (section.failed) head.push(`**${words.failed}**`);
  if (changes.length === 0) head.push(words.none);
  const foot = unchanged === 0 ? [] : [words.unchanged(unchanged)];
  const fixed = [...head, ...foot].join("\n\n").length;
  const budget = most - fixed - 200;
  const table = fittedRows(
    changeTitles(words),
    changes.map((change) => pinRow(change, render)),
    budget,
    words,
  );
  const left = budget - table.length;
  const rest =
    notices.length === 0
      ? ""
      : `#### ${words.notices}\n\n${fittedRows(
          noticeTitles(words),
          notices.map((notice) => noticeRow(notice, render)),
          left,
          words,
        )}`;
  return `${[...head, table, rest, ...foot].filter((part) => part !== "").join("\n\n")}\n`;
}

function title({ project, stack }: Section, { words, code }: Renderer): string {
  if (stack === "") return words.title;
  const of = stack === undefined ? words.annotations : code(`${project ?? ""}/${stack}`);
  return words.titleOf(of);
}

function pinRow(change: PinChange, render: Renderer): readonly string[] {
  const [pin, ...cells] = changeCells(change, render);
  const { place } = change;
  return [place === undefined ? pin : `${pin} ${render.code(`${place.path}:${place.line}`)}`, ...cells];
}

function noticeTitles({ columns }: ReportWords): readonly string[] {
  return [columns.pin, columns.image, columns.status, columns.newer];
}

function noticeRow({ pin, after, status, newer }: PinChange, render: Renderer): readonly string[] {
  const pair = { kind: "unchanged", before: undefined, after } as const;
  return [
    render.code(pin),
    imageCell(pair, render),
    status === undefined ? "" : render.code(status),
    newer === undefined ? "" : imageCell({ ...pair, after: newer }, render),
  ];
}

/** As many rows as fit, and how many more there are. */
function fittedRows(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  budget: number,
  words: ReportWords,
): string {
  if (rows.length === 0) return "";
  let shown = 0;
  let length = markdownTable(titles, []).length;
  for (const row of rows) {
    length += row.join(" | ").length + 5;
    if (length > budget) break;
    shown += 1;
  }
  const table = markdownTable(titles, rows.slice(0, shown));
  return shown === rows.length ? table : `${table}\n\n${words.more(rows.length - shown)}`;
}
