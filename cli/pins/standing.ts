import type { Scope } from "../../provider/listings/scope.ts";
import type { Absence } from "../../provider/lookup/find-pinned.ts";
import type { Localized } from "../localized.ts";
import type { KnownImage } from "./engine-pin.ts";

/** A catalogue in a region. */
type Listing = Pick<Scope, "source" | "region">;

/** Something to know of a pinned image whatever pins it. */
export type ImageFinding =
  | { readonly kind: "newer"; readonly image: KnownImage }
  | { readonly kind: "withdrawn"; readonly status: string }
  | { readonly kind: "gone" };

/** Something that a careful reader should know of a pin. */
export type Finding =
  | ImageFinding
  /** Its own catalogue no longer has it, and another one, where it may be now, is closed to the keys. */
  | { readonly kind: "missing"; readonly listing: Listing }
  /** The catalogue file does not contain it, which says nothing of CompShare. */
  | {
      readonly kind: "unlisted";
      readonly takenAt: string;
      /** The listing where the image would be, if the file has none of it. */
      readonly listing?: Listing;
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

/** What it says of a pinned image that it was not found. */
export function absenceFinding(absent: Absence): Finding {
  switch (absent.kind) {
    case "gone":
      return { kind: "gone" };
    case "missing":
      return { kind: "missing", listing: listingOf(absent.scope) };
    case "imageNotInFile":
      return { kind: "unlisted", takenAt: absent.file.takenAt };
    case "catalogueNotInFile":
      return { kind: "unlisted", takenAt: absent.file.takenAt, listing: listingOf(absent.scope) };
    default:
      return absent satisfies never;
  }
}

function listingOf({ source, region }: Scope): Listing {
  return { source, region };
}

/** Whether there is something to do about a pin. What cannot be said is nothing to do. */
export function isOutdated({ findings }: Standing): boolean {
  return findings.some(({ kind }) => kind !== "unknown");
}
