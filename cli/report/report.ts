import { type ImageFinding, statusFindings } from "../pins/standing.ts";
import type { PinChange } from "./report-schema.ts";

/** What a report is about: one stack, or the annotations of a repository. */
export interface Section {
  readonly project: string | undefined;
  readonly stack: string | undefined;
  /** Whether the preview failed, so that changes may be missing. */
  readonly failed: boolean;
  readonly pins: readonly PinChange[];
}

/** The pins of a section that people have to look at. */
export function changesOf({ pins }: Section): readonly PinChange[] {
  return pins.filter(({ kind }) => kind !== "unchanged");
}

/** The pins that stay although there is something to know of their image. */
export function noticesOf({ pins }: Section): readonly PinChange[] {
  return pins.filter((pin) => pin.kind === "unchanged" && findingsOf(pin).length > 0);
}

/** What there is to know of the image that stays pinned. */
export function findingsOf({ status, newer }: PinChange): readonly ImageFinding[] {
  return [
    ...(newer === undefined ? [] : [{ kind: "newer", image: newer } as const]),
    ...statusFindings(status),
  ];
}
