import type { Image } from "../contract/image.ts";
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
  { outputs }: ResourceState,
  unread: readonly string[] = [],
): Choice {
  const readable = !oddMembers(image).includes("status");
  const known = outputs["status"];
  const status = readable ? image.status : typeof known === "string" ? known : undefined;
  const members = new Set([...unread, ...(readable ? [] : ["status"])]);
  const seen = { ...image, status };
  const unknown = [...members].map((member): Warning => ({ kind: "unknownMember", member }));
  return { image: seen, region, warnings: [...unknown, ...imageWarnings(seen, zone)] };
}
