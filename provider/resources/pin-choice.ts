import type { Image } from "../contract/image.ts";
import { pinnedStatus } from "../lookup/find-pinned.ts";
import { imageWarnings } from "../lookup/image-warnings.ts";
import type { Warning } from "../messages/warnings.ts";
import { oddMembers } from "../ucloud/odd-members.ts";
import type { ResourceState } from "./resource.ts";

/** An image to pin or to stay with, where it was found, and what the user should be told about it. */
export interface Choice {
  readonly image: Image;
  readonly region: string;
  readonly warnings: readonly Warning[];
}

/** Whether a choice is another image than that of the pin. */
export function isMove({ image }: Choice, { id }: ResourceState): boolean {
  return image.id !== id;
}

/**
 * The image of a pin as it is now. Where its status could not be read, the one that was known before stays, with a
 * warning; `unread` are other members that something was asked of and that could not be read.
 */
export function seenImage(
  image: Image,
  { region, zone }: { readonly region: string; readonly zone: string | undefined },
  state: ResourceState,
  unread: readonly string[] = [],
): Choice {
  const members = new Set([...unread, ...oddMembers(image).filter((member) => member === "status")]);
  const seen = { ...image, status: pinnedStatus(image, state) };
  const unknown = [...members].map((member): Warning => ({ kind: "unknownMember", member }));
  return { image: seen, region, warnings: [...unknown, ...imageWarnings(seen, zone)] };
}
