import type { Image } from "../contract/image.ts";
import { plainText, quoted } from "../errors/plain-text.ts";
import type { AppliedFilter } from "./filters.ts";
import { splitTag, tagKey, tagKeys } from "./tags.ts";
import { textTable } from "./text-table.ts";

const mostRows = 8;

/** Columns that can tell images apart, in the order in which a reader wants them. */
const columns: readonly (readonly [string, (image: Image) => string])[] = [
  ["id", (image) => image.id],
  ["name", (image) => image.name],
  ["imageType", (image) => image.imageType ?? ""],
  ["author", (image) => image.author ?? ""],
  ["status", (image) => image.status ?? ""],
  ["framework", (image) => [image.framework, image.frameworkVersion].filter(Boolean).join(" ")],
  ["cudaVersion", (image) => image.cudaVersion ?? ""],
  ["pythonVersion", (image) => image.pythonVersion ?? ""],
  ["versionName", (image) => image.versionName ?? ""],
  ["tags", (image) => image.tags.join(" ")],
  ["sizeMb", (image) => String(image.sizeMb ?? "")],
  ["price", (image) => String(image.price ?? "")],
  ["publishedAt", (image) => image.publishedAt?.slice(0, 10) ?? ""],
];

/** How several matches differ, and how to name each of them. `found` is in the order of the answer. */
export function explainSeveral(found: readonly Image[], filters: readonly AppliedFilter[]): string {
  const shown = found.slice(0, mostRows);
  const differing = columns.filter(([, value]) => new Set(found.map(value)).size > 1);
  const header = [...differing.map(([name]) => name), "to get this one, add"];
  const rows = shown.map((image) => [
    ...differing.map(([, value]) => plainText(value(image), 48)),
    shortestArgument(image, found, filters),
  ]);
  const lines = [
    `${found.length} images satisfy the query; it has to mean one. They differ in:`,
    ...textTable([header, ...rows]).map((line) => `  ${line}`),
    ...(found.length > mostRows ? [`  … and ${found.length - mostRows} more`] : []),
    "Add one of the arguments above, or `mostRecent: true` to take the newest, or `orderBy` to take the first in an order of your own.",
  ];
  return lines.join("\n");
}

/** The shortest argument that leaves only this image of the matches. */
function shortestArgument(image: Image, found: readonly Image[], filters: readonly AppliedFilter[]): string {
  const others = found.filter((other) => other !== image);
  const given = new Set(filters.map((filter) => filter.argument));
  const candidates = [
    ...(given.has("name") || given.has("nameContains") || others.some((other) => other.name === image.name)
      ? []
      : [`name: ${quoted(image.name)}`]),
    ...single(
      "imageType",
      image.imageType,
      others.map((other) => other.imageType),
    ),
    ...single(
      "author",
      image.author,
      others.map((other) => other.author),
    ),
    ...(given.has("tags") ? [] : uniqueTags(image, others)),
    `id: ${quoted(image.id)}`,
  ];
  const usable = candidates.filter(
    (candidate) => !given.has(candidate.split(":")[0] as AppliedFilter["argument"]),
  );
  return usable.reduce(
    (best, candidate) => (candidate.length < best.length ? candidate : best),
    `id: ${quoted(image.id)}`,
  );
}

function single(
  argument: string,
  value: string | undefined,
  others: readonly (string | undefined)[],
): string[] {
  return value === undefined || others.includes(value) ? [] : [`${argument}: ${quoted(value)}`];
}

function uniqueTags(image: Image, others: readonly Image[]): string[] {
  const taken = new Set(others.flatMap((other) => [...tagKeys(other.tags)]));
  return image.tags
    .flatMap(splitTag)
    .filter((tag) => !taken.has(tagKey(tag)))
    .map((tag) => `tags: [${quoted(tag)}]`);
}
