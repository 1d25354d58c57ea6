import type { Scope } from "../../provider/listings/scope.ts";
import type { Localized } from "../localized.ts";
import type { KnownImage } from "./engine-pin.ts";

/** Something to know of a pinned image whatever pins it. */
export type ImageFinding =
  | { readonly kind: "newer"; readonly image: KnownImage }
  | { readonly kind: "withdrawn"; readonly status: string }
  | { readonly kind: "gone" };

/** Something that a careful reader should know of a pin. */
export type Finding =
  | ImageFinding
  /** The catalogue file has not got it, which says nothing of CompShare. */
  | {
      readonly kind: "unlisted";
      readonly takenAt: string;
      /** The listing where the image would be, if the file has none of it. */
      readonly listing?: Pick<Scope, "source" | "region">;
    }
  /** Nothing matches the query any more. */
  | { readonly kind: "unmatched" }
  /** The comment behind an ID names another image than the ID. */
  | { readonly kind: "comment"; readonly shown: string; readonly expected: string }
  /** It cannot be said whether there is a newer image. */
  | { readonly kind: "unknown"; readonly reason: Localized };

/** A pinned image, and what there is to know of it. */
export interface Standing {
  /** Name of the pin: of the resource, or the label or query of the annotation. */
  readonly pin: string;
  /** `PROJECT/STACK`, where the pin is one of a stack. */
  readonly stack?: string | undefined;
  /** File and line of the ID, where the pin is an annotation. */
  readonly place?: { readonly path: string; readonly line: number } | undefined;
  readonly image: KnownImage;
  readonly findings: readonly Finding[];
}

/** What the state of a pinned image says; a pin calls an image "Gone" that CompShare no longer has. */
export function statusFindings(status: string | undefined): readonly ImageFinding[] {
  if (status === undefined || status === "Available") return [];
  return [status === "Gone" ? { kind: "gone" } : { kind: "withdrawn", status }];
}

/** Whether there is something to do about a pin. What cannot be said is nothing to do. */
export function isOutdated({ findings }: Standing): boolean {
  return findings.some(({ kind }) => kind !== "unknown");
}
