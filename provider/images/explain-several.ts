import type { Image } from "../contract/image.ts";
import { plainText, quoted } from "../errors/plain-text.ts";
import { texts } from "../errors/texts.ts";
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
  const words = texts().images.several;
  const shown = found.slice(0, mostRows);
  const differing = columns.filter(([, value]) => new Set(found.map(value)).size > 1);
  const header = [...differing.map(([name]) => name), words.toGetIt];
  const rows = shown.map((image) => [
    ...differing.map(([, value]) => plainText(value(image), 48)),
    shortestArgument(image, found, filters),
  ]);
  const byPart = filters.some(({ argument }) => argument === "nameContains");
  const lines = [
    words.mustMeanOne(found.length),
    ...textTable([header, ...rows]).map((line) => `  ${line}`),
    ...(found.length > mostRows ? [words.rest(found.length - mostRows)] : []),
    words.advice(byPart),
  ];
  return lines.join("\n");
}

/** The shortest argument that leaves only this image of the matches; its ID, which stands in the row, if there is none. */
function shortestArgument(image: Image, found: readonly Image[], filters: readonly AppliedFilter[]): string {
  const others = found.filter((other) => other !== image);
  const given = new Set(filters.map(({ argument }) => argument));
  const plain = (["name", "imageType", "author"] as const)
    .filter((argument) => !given.has(argument))
    .flatMap((argument) =>
      single(
        argument,
        image[argument],
        others.map((other) => other[argument]),
      ),
    );
  const candidates = [...plain, ...(given.has("tags") ? [] : uniqueTags(image, others))];
  const [shortest = texts().images.several.itsId] = candidates.toSorted(
    (one, other) => one.length - other.length,
  );
  return shortest;
}

function single(
  argument: string,
  value: string | undefined,
  others: readonly (string | undefined)[],
): string[] {
  return value === undefined || value === "" || others.includes(value)
    ? []
    : [`${argument}: ${quoted(value)}`];
}

function uniqueTags(image: Image, others: readonly Image[]): string[] {
  const taken = new Set(others.flatMap((other) => [...tagKeys(other.tags)]));
  return image.tags
    .flatMap(splitTag)
    .filter((tag) => !taken.has(tagKey(tag)))
    .map((tag) => `tags: [${quoted(tag)}]`);
}
