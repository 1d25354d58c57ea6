import type { Image } from "../../provider/contract/image.ts";
import { newest } from "../../provider/contract/query.ts";
import { filtersOver, matchesOf } from "../../provider/lookup/filters/applied-filters.ts";
import { ordered, publication } from "../../provider/lookup/order.ts";
import type { Annotation } from "../annotations/annotation.ts";
import { type AnnotationQuery, annotationOrder } from "../annotations/query-words.ts";
import { shownText } from "../annotations/shown-text.ts";

/** A release as Renovate reads it: the text behind an ID is its version, and the ID its digest. */
export interface Release {
  readonly version: string;
  readonly digest: string;
  readonly releaseTimestamp?: string;
  readonly isDeprecated?: true;
}

/** Text of a releases file: a stream of releases for each query, one release a line, so that a review shows what changed. */
export function releasesOf(
  annotations: readonly Pick<Annotation, "text" | "query">[],
  imagesFor: (query: AnnotationQuery) => readonly Image[] | undefined,
): string {
  const queries = new Map(annotations.map(({ text, query }) => [text, query]));
  const streams = [...queries]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([text, query]) => {
      const images = imagesFor(query);
      if (images === undefined) return [];
      const lines = releases(query, images).map((release) => JSON.stringify(release));
      return [`${JSON.stringify(text)}:[${lines.length === 0 ? "" : `\n${lines.join(",\n")}\n`}]`];
    });
  return `{"streams":{${streams.length === 0 ? "" : `\n${streams.join(",\n")}\n`}}}\n`;
}

/**
 * The images that a query means, the best first. An image that cannot be used is deprecated, so that Renovate does not
 * propose it. So is one that another one precedes on the same day or with the same version: Renovate would order the two
 * by their names. Of images with the same text the first one counts.
 */
function releases(query: AnnotationQuery, images: readonly Image[]): readonly Release[] {
  const { passing, hidden, unread } = matchesOf(images, filtersOver(query, images));
  const { orderBy = newest } = annotationOrder(query);
  const found = ordered([...passing, ...hidden, ...unread], orderBy);
  const usable = new Set(passing);
  const isUsable = (image: Image): boolean => usable.has(image);
  const byVersion = new Map<string, Release>();
  const numbers = new Set<string>();
  for (const image of [...found.filter(isUsable), ...found.filter((one) => !isUsable(one))]) {
    const release = releaseOf(image, query);
    const number = leadingNumber(release.version);
    const proposed = isUsable(image) && !numbers.has(number);
    numbers.add(number);
    if (byVersion.has(release.version)) continue;
    byVersion.set(release.version, proposed ? release : { ...release, isDeprecated: true });
  }
  const order = new Map(found.map(({ id }, index) => [id, index]));
  return [...byVersion.values()].toSorted(
    (one, other) => (order.get(one.digest) ?? 0) - (order.get(other.digest) ?? 0),
  );
}

/** What Renovate's loose versioning compares before the name. */
function leadingNumber(version: string): string {
  return /^\d+(\.\d+)*/.exec(version)?.[0] ?? "";
}

function releaseOf(image: Image, query: AnnotationQuery): Release {
  const time = publication(image);
  return {
    version: shownText(image, query),
    digest: image.id,
    ...(time === undefined ? {} : { releaseTimestamp: time }),
  };
}
