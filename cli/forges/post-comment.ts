import type { Forge, ForgeComment } from "./forge.ts";
import { ForgeFailure } from "./forge-failure.ts";

/** A comment that is kept up to date: the marker tells which one it is. */
export interface WantedComment {
  readonly marker: string;
  /** What it says, without the marker. */
  readonly text: string;
  /** Whether it says something that people have to see; else only a comment that is there already is changed. */
  readonly needed: boolean;
}

/** What was done to a comment. */
export type Posted = "created" | "updated" | "equal" | "notNeeded";

/** The marker of a report on a stack, or on the annotations of a repository. */
export function markerOf(project: string | undefined, stack: string | undefined): string {
  const about =
    stack === undefined ? "annotations" : [project ?? "", stack].map(encodeURIComponent).join("/");
  // Two hyphens would end a comment of HTML for some readers.
  return `<!-- compshare-images report ${about.replaceAll("-", "%2D")} -->`;
}

/** Writes a comment, or changes the one that we wrote before. Nothing is sent if it says the same already. */
export async function postComment(wanted: WantedComment, forge: Forge): Promise<Posted> {
  const body = `${wanted.marker}\n${wanted.text}`;
  const present = await ownComment(wanted.marker, forge);
  if (present !== undefined) {
    if (sameText(present.body, body)) return "equal";
    await forge.update(present.id, body);
    return "updated";
  }
  if (!wanted.needed) return "notNeeded";
  try {
    await forge.create(body);
  } catch (error) {
    if (!(error instanceof ForgeFailure) || error.reason !== "unavailable") throw error;
    // It may have been written before the fault; a second one is written only if it was not.
    if ((await ownComment(wanted.marker, forge)) === undefined) await forge.create(body);
  }
  return "created";
}

async function ownComment(marker: string, forge: Forge): Promise<ForgeComment | undefined> {
  return (await forge.comments()).find(({ own, body }) => own && body.startsWith(marker));
}

/** Forges write line ends in their own way and drop blanks at the end. */
function sameText(one: string, other: string): boolean {
  const plain = (text: string): string => text.replaceAll("\r\n", "\n").trimEnd();
  return plain(one) === plain(other);
}
