import type { KnownImage } from "../pins/engine-pin.ts";
import { type ImageFinding, statusFindings } from "../pins/standing.ts";

/** A change of one pin. */
export interface PinChange {
  /** Name of the pin: of the resource, or the label of the annotation. */
  readonly pin: string;
  /** File and line, where an annotation is compared. */
  readonly place?: { readonly path: string; readonly line: number } | undefined;
  readonly kind: ChangeKind;
  readonly before: KnownImage | undefined;
  /** `undefined` where the image is not known before the update. */
  readonly after: KnownImage | undefined;
  /** State of the image that stays pinned, as of the last refresh. */
  readonly status?: string | undefined;
  /** A newer image than the one that stays pinned, as of the last refresh. */
  readonly newer?: KnownImage | undefined;
  /** What else changes because of it. */
  readonly effects: readonly Effect[];
}

/** What happens to a pin. */
export type ChangeKind = "created" | "moved" | "removed" | "unchanged";

/** A resource that changes with a pin. */
export interface Effect {
  readonly name: string;
  readonly type: string;
  readonly op: string;
}

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
