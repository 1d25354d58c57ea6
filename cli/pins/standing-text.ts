import type { Language } from "../../provider/messages/messages.ts";
import { plainText } from "../../provider/messages/plain-text.ts";
import type { ReportLine } from "../report/report-line.ts";
import { reportWords } from "../report/words.ts";
import { imageText } from "./image-facts.ts";
import type { Finding, Standing } from "./standing.ts";

/** What a finding says, as one sentence. */
export function findingText(finding: Finding, { pin, image }: Standing, language: Language): string {
  const words = reportWords[language];
  const name = plainText(pin);
  const shown = imageText(image);
  switch (finding.kind) {
    case "newer":
      return words.newer(name, shown, imageText(finding.image));
    case "withdrawn":
      return words.withdrawn(name, shown, plainText(finding.status));
    case "gone":
      return words.gone(name, shown);
    case "unlisted":
      return words.unlisted(name, shown, plainText(finding.takenAt));
    case "unmatched":
      return words.unmatched(name, shown);
    case "comment":
      return words.mismatch(name, plainText(finding.shown, 120), plainText(finding.expected, 120));
    default:
      return words.unsure(name, shown, finding.reason[language]);
  }
}

type Rank = Pick<ReportLine, "level" | "severity" | "check">;

const ranks: Readonly<Record<Finding["kind"], Rank>> = {
  newer: { level: "notice", severity: "info", check: "image-newer" },
  withdrawn: { level: "warning", severity: "major", check: "image-withdrawn" },
  gone: { level: "error", severity: "critical", check: "image-gone" },
  unlisted: { level: "warning", severity: "minor", check: "image-unlisted" },
  unmatched: { level: "warning", severity: "major", check: "image-unmatched" },
  comment: { level: "warning", severity: "minor", check: "comment-stale" },
  unknown: { level: "notice", severity: "info", check: "image-unknown" },
};

/** What there is to know of pins, line by line. */
export function standingLines(standings: readonly Standing[], language: Language): readonly ReportLine[] {
  return standings.flatMap((standing) =>
    standing.findings.map((finding) => ({
      ...ranks[finding.kind],
      text: findingText(finding, standing, language),
      path: standing.place?.path,
      line: standing.place?.line,
      identity: [standing.stack ?? "", standing.pin, standing.image.id],
    })),
  );
}
