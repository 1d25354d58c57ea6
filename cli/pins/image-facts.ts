import type { Image } from "../../provider/contract/image.ts";
import { imageVersion } from "../../provider/lookup/versions/image-version.ts";
import { plainText } from "../../provider/messages/plain-text.ts";
import type { KnownImage } from "./engine-pin.ts";

/** An image as reports know it. */
export function factsOf(image: Image): KnownImage {
  const { id, name, publishedAt, price, tags } = image;
  return { id, name, publishedAt, price, tags, version: imageVersion(image)?.text };
}

/** An image within a sentence: its name, and its ID in parentheses. */
export function imageText({ id, name }: KnownImage): string {
  return name === undefined || name === "" ? plainText(id) : `${plainText(name, 120)} (${plainText(id)})`;
}

/** The day of publication. */
export function dayOf(image: KnownImage | undefined): string | undefined {
  const day = image?.publishedAt?.slice(0, 10);
  return day === undefined ? undefined : plainText(day);
}
