import type { Image } from "../../../provider/contract/image.ts";

/** An image with the members that a test cares about; it is called like its ID unless it has a name. */
export function makeImage(members: Partial<Image> & { readonly id: string }): Image {
  return {
    name: members.id,
    source: "platform",
    imageType: "App",
    status: "Available",
    tags: [],
    official: true,
    certified: false,
    ...members,
  };
}

/** Images of some types, numbered: `{ App: 2 }` gives App-0 and App-1. */
export function makeImages(counts: Readonly<Record<string, number>>): Image[] {
  return Object.entries(counts).flatMap(([imageType, count]) =>
    Array.from({ length: count }, (_, index) => makeImage({ id: `${imageType}-${index}`, imageType })),
  );
}
