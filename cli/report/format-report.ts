import type { Format } from "../flags.ts";
import { changeLines } from "./change-lines.ts";
import { codeQuality } from "./code-quality.ts";
import { markdownReport } from "./markdown-report.ts";
import type { Section } from "./report.ts";
import { reportDocument } from "./report-document.ts";
import { textReport } from "./text-report.ts";
import type { ReportWords } from "./words.ts";
import { workflowCommands } from "./workflow-commands.ts";

/** A report in the form that is asked for; paths are of files in `folder` of the repository. */
export function formatReport(
  sections: readonly Section[],
  format: Format,
  words: ReportWords,
  folder: string,
): string {
  switch (format) {
    case "json":
      return reportDocument(sections);
    case "markdown":
      return sections.map((section) => markdownReport(section, words)).join("\n");
    case "github":
      return workflowCommands(
        sections.flatMap((section) => changeLines(section, words)),
        words.total,
        folder,
      )
        .map((line) => `${line}\n`)
        .join("");
    case "gitlab":
      return codeQuality(
        sections.flatMap((section) => changeLines(section, words)),
        folder,
      );
    default:
      return sections.map((section) => textReport(section, words)).join("\n");
  }
}
