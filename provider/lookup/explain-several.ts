import type { Image } from "../contract/image.ts";
import { messages } from "../messages/messages.ts";
import { plainText, quoted } from "../messages/plain-text.ts";
import { textTable } from "../messages/text-table.ts";
import { type AppliedFilter, appliedFilters, type FilterName } from "./filters.ts";
import { splitTag } from "./tags.ts";
import { imageVersion } from "./versions.ts";

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
  const words = messages().images.several;
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

/** Arguments that could tell an image from others, and the values that would be given. */
const telling: readonly (readonly [
  FilterName,
  (image: Image) => readonly (string | boolean | undefined)[],
])[] = [
  ["name", (image) => [image.name]],
  ["imageType", (image) => [image.imageType]],
  ["author", (image) => [image.author]],
  ["tags", (image) => image.tags.flatMap(splitTag)],
  ["container", (image) => [image.container]],
  ["framework", (image) => [image.framework]],
  ["version", (image) => [imageVersion(image)?.version]],
  ["cudaVersion", (image) => [image.cudaVersion]],
  ["pythonVersion", (image) => [image.pythonVersion]],
  ["gpuType", (image) => image.gpuTypes ?? []],
  ["groupId", (image) => [image.groupId]],
];

/**
 * The shortest argument that leaves only this image of the matches; its ID, which stands in the row, if there is none.
 * Each candidate is applied as it would be when it is given, so that the advice is true.
 */
function shortestArgument(image: Image, found: readonly Image[], filters: readonly AppliedFilter[]): string {
  const given = new Set(filters.map(({ argument }) => argument));
  const candidates = telling
    .filter(([argument]) => !given.has(argument))
    .flatMap(([argument, values]) =>
      values(image)
        .filter((value) => value !== undefined && value !== "")
        .filter((value) => isOnly(found, argument, value))
        .map((value) => `${argument}: ${argument === "tags" ? `[${shown(value)}]` : shown(value)}`),
    );
  const [shortest = messages().images.several.itsId] = candidates.toSorted(
    (one, other) => one.length - other.length,
  );
  return shortest;
}

function shown(value: string | boolean | undefined): string {
  return typeof value === "string" ? quoted(value) : String(value);
}

function isOnly(found: readonly Image[], argument: FilterName, value: string | boolean | undefined): boolean {
  const wanted = { statuses: [], [argument]: argument === "tags" ? [value] : value };
  const [filter] = appliedFilters(wanted).filter((one) => one.argument === argument);
  return filter !== undefined && found.filter(filter.passes).length === 1;
}
