import type { Language } from "../../provider/messages/messages.ts";
import { plainText } from "../../provider/messages/plain-text.ts";
import { lackingListingText } from "../lacking-listing-text.ts";
import type { ReportLine } from "../report/report-line.ts";
import { type ReportWords, reportWords } from "../report/words.ts";
import type { KnownImage } from "./engine-pin.ts";
import { imageText } from "./image-facts.ts";
import type { Finding, ImageFinding, Standing } from "./standing.ts";

/** What a finding about the image of a pin says, as one sentence; the image may not be known. */
export function imageFindingText(
  finding: ImageFinding,
  { pin, image }: { readonly pin: string; readonly image: KnownImage | undefined },
  words: ReportWords,
): string {
  const name = plainText(pin);
  const shown = image === undefined ? words.unknown : imageText(image);
  switch (finding.kind) {
    case "newer":
      return words.newer(name, shown, imageText(finding.image));
    case "withdrawn":
      return words.withdrawn(name, shown, plainText(finding.status));
    default:
      return words.gone(name, shown);
  }
}

/** What a finding says, as one sentence. */
export function findingText(finding: Finding, standing: Standing, language: Language): string {
  const words = reportWords[language];
  const name = plainText(standing.pin);
  const shown = imageText(standing.image);
  switch (finding.kind) {
    case "unlisted":
      return finding.listing === undefined
        ? words.unlisted(name, shown, plainText(finding.takenAt))
        : words.noListing(name, shown, lackingListingText(finding.takenAt, finding.listing)[language]);
    case "missing":
      return words.missing(name, shown, finding.listing.source);
    case "unmatched":
      return words.unmatched(name, shown);
    case "comment":
      return words.mismatch(name, plainText(finding.shown, 120), plainText(finding.expected, 120));
    case "unknown":
      return words.unsure(name, shown, finding.reason[language]);
    default:
      return imageFindingText(finding, standing, words);
  }
}

type Rank = Pick<ReportLine, "level" | "severity" | "check">;

/** How bad a finding is, and what checks call it. */
export const findingRanks: Readonly<Record<Finding["kind"], Rank>> = {
  newer: { level: "notice", severity: "info", check: "image-newer" },
  withdrawn: { level: "warning", severity: "major", check: "image-withdrawn" },
  gone: { level: "error", severity: "critical", check: "image-gone" },
  missing: { level: "warning", severity: "major", check: "image-missing" },
  unlisted: { level: "warning", severity: "minor", check: "image-unlisted" },
  unmatched: { level: "warning", severity: "major", check: "image-unmatched" },
  comment: { level: "warning", severity: "minor", check: "comment-stale" },
  unknown: { level: "notice", severity: "info", check: "image-unknown" },
};

/** What there is to know of pins, line by line. */
export function standingLines(standings: readonly Standing[], language: Language): readonly ReportLine[] {
  return standings.flatMap((standing) =>
    standing.findings.map((finding) => ({
      ...findingRanks[finding.kind],
      text: findingText(finding, standing, language),
      path: standing.place?.path,
      line: standing.place?.line,
      identity: [standing.stack ?? "", standing.pin, standing.image.id],
    })),
  );
}
