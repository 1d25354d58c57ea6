import type { PageImage } from "../page-data.ts";

/** Text as it is compared: case-insensitive, half and full width alike. */
export function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** Everything of an image that a reader may look for. */
export function searchText(image: PageImage): string {
  const { framework, frameworkVersion, cuda, python } = image;
  const named = [
    [framework, frameworkVersion],
    ["cuda", cuda],
    ["python", python],
  ].map(([what, version]) => (version === undefined ? what : `${what} ${version} ${what}${version}`));
  const parts = [
    image.name,
    image.version,
    image.versionName,
    image.groupName,
    image.id,
    image.author,
    image.os,
    ...named,
    ...image.tags,
    ...(image.gpus ?? []),
    image.description,
  ];
  // Words never reach across two parts.
  return folded(parts.filter((part) => part !== undefined).join("\n"));
}

/** Whether a text has every word of a search, in any order. */
export function searchTest(query: string): (text: string) => boolean {
  const words = folded(query)
    .split(/\s+/)
    .filter((word) => word !== "");
  return (text) => words.every((word) => text.includes(word));
}
