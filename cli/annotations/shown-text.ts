import type { Image } from "../../provider/contract/image.ts";
import { publication } from "../../provider/lookup/order.ts";
import { imageVersion } from "../../provider/lookup/versions/image-version.ts";
import { plainText } from "../../provider/messages/plain-text.ts";
import type { AnnotationQuery } from "./query-words.ts";

/**
 * The text behind an ID, which is also the value that Renovate compares: `VERSION NAME` where the query asks for a
 * version, else `DATE NAME`. It begins with a digit and is one line, whatever the publisher wrote.
 */
export function shownText(
  image: Image,
  query: { readonly [Name in keyof AnnotationQuery]?: unknown },
): string {
  const value = query.version === undefined ? dateOf(image) : (imageVersion(image)?.text ?? "0");
  return `${value} ${plainText(image.name).replace(/\s+/g, " ").trim()}`.trim();
}

function dateOf(image: Image): string {
  return publication(image)?.slice(0, 10).replaceAll("-", ".") ?? "0";
}
