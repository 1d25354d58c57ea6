import type { Image } from "../contract/image.ts";
import type { Warning } from "../messages/warnings.ts";

/** What a careful reader should know about an image. */
export function imageWarnings(image: Image, zone: string | undefined): Warning[] {
  const { status, source, official, author, price = 0, supportedZones: zones } = image;
  return [
    ...(status === "Available" ? [] : [{ kind: "status", status } as const]),
    ...(source === "community" && !official ? [{ kind: "publisher", author } as const] : []),
    ...(price > 0 ? [{ kind: "price", price } as const] : []),
    ...(zone === undefined || zones === undefined || zones.includes(zone)
      ? []
      : [{ kind: "zone", zone, zones } as const]),
  ];
}
