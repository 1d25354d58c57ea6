import { plainText } from "../../provider/messages/plain-text.ts";
import { placeText } from "../annotations/problem-text.ts";
import type { Context } from "../context.ts";
import { fittedTable } from "../output/fitted-table.ts";
import { jsonDocument } from "../output/json-document.ts";
import { codeQuality } from "../report/code-quality.ts";
import { codeText, markdownTable } from "../report/markdown-cells.ts";
import { type ReportWords, reportWords } from "../report/words.ts";
import { harmless, workflowCommands } from "../report/workflow-commands.ts";
import { dayOf } from "./image-facts.ts";
import { type Finding, isOutdated, type Standing } from "./standing.ts";
import { findingText, standingLines } from "./standing-text.ts";

/** Pinned images in the form that is asked for; paths are of files in `folder` of the repository. */
export function standingsText(
  standings: readonly Standing[],
  { format, language, stdout }: Pick<Context, "format" | "language" | "stdout">,
  folder: string,
): string {
  const words = reportWords[language];
  switch (format) {
    case "json":
      return jsonDocument("compshare-outdated/1", { pins: standings.map(jsonPin) });
    case "github":
      return workflowCommands(standingLines(standings, language), words.total, folder)
        .map((line) => `${line}\n`)
        .join("");
    case "gitlab":
      return codeQuality(standingLines(standings, language), folder);
    default: {
      if (standings.length === 0) return `${words.noPins}\n`;
      const outdated = standings.filter(({ findings }) => findings.length > 0);
      if (outdated.length === 0) return `${words.allCurrent(standings.length)}\n`;
      const titles = columnsOf(words);
      if (format === "markdown")
        return `${markdownTable(
          titles,
          outdated.map((one) => cells(one, words, codeText)),
        )}\n`;
      const rows = outdated.map((one) => cells(one, words, (text) => plainText(text)));
      const table = fittedTable(
        titles.map((title, index) => ({ title, ...(index < 3 ? { least: 12 } : {}) })),
        rows,
        stdout.columns,
      );
      const sentences = outdated.flatMap((standing) =>
        standing.findings
          .filter(saysMoreThanItsNote)
          .map((finding) => findingText(finding, standing, language)),
      );
      return [...table.lines, ...sentences].map((line) => `${harmless(line)}\n`).join("");
    }
  }
}

/** Whether the columns of the table leave something of it out. */
function saysMoreThanItsNote(finding: Finding): boolean {
  if (finding.kind === "unlisted") return finding.listing !== undefined;
  return ["missing", "comment", "unknown"].includes(finding.kind);
}

function jsonPin(standing: Standing): Readonly<Record<string, unknown>> {
  const { pin, stack, place, image, findings } = standing;
  return {
    pin,
    stack: stack ?? null,
    path: place?.path ?? null,
    line: place?.line ?? null,
    image,
    outdated: isOutdated(standing),
    findings: findings.map((finding) =>
      finding.kind === "unknown" ? { kind: finding.kind, reason: finding.reason.en } : finding,
    ),
  };
}

function columnsOf({ columns }: ReportWords): readonly string[] {
  return [columns.pin, columns.image, columns.newer, columns.published, columns.note, columns.where];
}

function cells(
  { pin, stack, place, image, findings }: Standing,
  words: ReportWords,
  code: (text: string) => string,
): readonly string[] {
  const newer = findings.find((finding) => finding.kind === "newer")?.image;
  const notes: Readonly<Record<string, string>> = words.notes;
  return [
    code(pin),
    code(image.name ?? image.id),
    newer === undefined ? "" : code(newer.name ?? newer.id),
    [dayOf(image), dayOf(newer)].filter((day) => day !== undefined).join(" → "),
    findings.flatMap(({ kind }) => notes[kind] ?? []).join(", "),
    place === undefined ? code(stack ?? "") : code(placeText(place)),
  ];
}
