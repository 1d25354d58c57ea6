import { plainText } from "../../provider/messages/plain-text.ts";
import { imageText } from "../pins/image-facts.ts";
import { findingRanks, imageFindingText } from "../pins/standing-text.ts";
import { changesOf, findingsOf, noticesOf, type Section } from "./report.ts";
import type { ReportLine } from "./report-line.ts";
import type { PinChange } from "./report-schema.ts";
import type { ReportWords } from "./words.ts";

/** What a section has to say, line by line. */
export function changeLines(section: Section, words: ReportWords): readonly ReportLine[] {
  return [
    ...changesOf(section).map((change) => changeLine(change, words)),
    ...noticesOf(section).flatMap((notice) => noticeLines(notice, words)),
  ];
}

function base({ pin, place, before, after }: PinChange): Pick<ReportLine, "path" | "line" | "identity"> {
  return { path: place?.path, line: place?.line, identity: [pin, before?.id ?? "", after?.id ?? ""] };
}

function changeLine(change: PinChange, words: ReportWords): ReportLine {
  const { kind, before, after } = change;
  const pin = plainText(change.pin);
  const old = before === undefined ? words.unknown : imageText(before);
  const next = after === undefined ? words.unknown : imageText(after);
  const text =
    kind === "created"
      ? words.pinsNow(pin, next)
      : kind === "removed"
        ? words.pinsNoMore(pin, old)
        : words.moved(pin, old, next);
  return { ...base(change), level: "notice", severity: "info", check: "image-moved", text };
}

function noticeLines(notice: PinChange, words: ReportWords): readonly ReportLine[] {
  const { pin, after: image } = notice;
  return findingsOf(notice).map((finding) => ({
    ...base(notice),
    ...findingRanks[finding.kind],
    text: imageFindingText(finding, { pin, image }, words),
  }));
}
