import type { Image } from "../contract/image.ts";
import type { Warning } from "../messages/warnings.ts";
import { firstNamed, named } from "./search.ts";

/** What a careful reader should know about an image. */
export function imageWarnings(image: Image, zone: string | undefined): Warning[] {
  const { status, source, official, author, price = 0, supportedZones: zones = [] } = image;
  return [
    ...(status === "Available" ? [] : [{ kind: "status", status } as const]),
    ...(source === "community" && !official ? [{ kind: "publisher", author } as const] : []),
    ...(price > 0 ? [{ kind: "price", price } as const] : []),
    ...(zone === undefined || !listsOthers(image, zone) ? [] : [{ kind: "zone", zone, zones } as const]),
  ];
}

/** The same of a list: that images do not list the zone that was asked for. The rest stands in the images themselves. */
export function listedZoneWarnings(images: readonly Image[], zone: string | undefined): Warning[] {
  const others = zone === undefined ? [] : images.filter((image) => listsOthers(image, zone));
  if (zone === undefined || others.length === 0) return [];
  return [{ kind: "zones", zone, ...firstNamed(others, named) }];
}

/** Whether an image lists zones, and not this one. An empty list says nothing; a catalogue file may have one. */
function listsOthers({ supportedZones = [] }: Image, zone: string): boolean {
  return supportedZones.length > 0 && !supportedZones.includes(zone);
}
