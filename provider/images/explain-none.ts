import { type Image, imageStatus } from "../contract/image.ts";
import { plainText, quoted } from "../errors/plain-text.ts";
import { type AppliedFilter, type FilterName, matching, silentImages, wantedTexts } from "./filters.ts";
import { ordered } from "./order.ts";
import type { Scope } from "./scope.ts";
import { suggestions } from "./suggest-values.ts";
import { imageVersion } from "./versions.ts";

/** What is known when no image passes. */
export interface EmptySearch {
  readonly images: readonly Image[];
  readonly filters: readonly AppliedFilter[];
  readonly scope: Scope;
}

/** Longest list of values that is repeated. */
const mostValues = 8;

/** Most images that a line names. */
const mostNamed = 3;

/** Filters that say which image is meant. Another image is no answer to them, so none is offered. */
const naming: readonly FilterName[] = ["id", "name", "nameContains", "nameGlob", "nameRegex"];

/** Why no image passes, and what to change. */
export function explainNone(search: EmptySearch): string {
  const { filters } = search;
  // The server's own order must not show, here as little as in an answer.
  const images = ordered(search.images, ["name"]);
  const blamed = filters.map((filter) => ({ filter, line: onlyThis(filter, images, filters) }));
  const lines = [
    `no CompShare image matches ${filters.map(describe).join(", ")}.`,
    funnel(search),
    ...blamed.flatMap(({ line }) => line ?? []),
    // Where the images themselves are named, their values are as well.
    ...blamed.flatMap(({ filter, line }) => (line === undefined ? suggestions(filter, images, filters) : [])),
  ];
  return lines.join("\n");
}

function describe({ argument, wanted }: AppliedFilter): string {
  if (typeof wanted === "string") return `${argument}: ${quoted(wanted)}`;
  if (typeof wanted !== "object") return `${argument}: ${wanted}`;
  const shown = wanted.slice(0, mostValues).map((entry) => quoted(entry));
  const more = wanted.length > mostValues ? [`… ${wanted.length - mostValues} more`] : [];
  return `${argument}: [${[...shown, ...more].join(", ")}]`;
}

function funnel({ images, filters, scope }: EmptySearch): string {
  const read = images.length === 1 ? "1 image was read" : `${images.length} images were read`;
  const place = `${read} (region ${plainText(scope.region)}, source ${scope.source})`;
  if (images.length === 0)
    return `${place}. Keys of another gateway see an empty list as well: check \`baseUrl\`, the keys and \`projectId\`.`;
  const steps: string[] = [];
  let left = images;
  for (const filter of filters) {
    if (left.length === 0) break;
    const silent = silentImages(filter, left).length;
    left = left.filter(filter.passes);
    steps.push(
      `\`${filter.argument}\` leaves ${left.length}${silent === 0 ? "" : ` (${silent} say nothing of it)`}`,
    );
  }
  return `${place}: ${steps.join(", then ")}.`;
}

/** The images that this filter alone keeps out, with the change that would let them in. */
function onlyThis(
  filter: AppliedFilter,
  images: readonly Image[],
  filters: readonly AppliedFilter[],
): string | undefined {
  if (filters.length < 2 || naming.includes(filter.argument)) return undefined;
  const found = matching(
    images,
    filters.filter((other) => other !== filter),
  );
  // A filter that nearly everything fails would list the catalogue.
  if (found.length === 0 || (found.length > mostNamed && filter.argument !== "statuses")) return undefined;
  const shown = found
    .slice(0, mostNamed)
    .map((image) => `${quoted(image.name)} ${plainText(image.id)}${value(filter.argument, image)}`);
  const more = found.length > mostNamed ? ` and ${found.length - mostNamed} more` : "";
  return `Only \`${filter.argument}\` keeps out ${shown.join(", ")}${more}; ${remedy(filter, images, found)}.`;
}

function value(argument: FilterName, image: Image): string {
  const tags = image.tags.length === 0 ? "no tags" : image.tags.join(" ");
  const values: Partial<Record<FilterName, string>> = {
    imageType: image.imageType ?? "no type",
    author: image.author ?? "no author",
    statuses: image.status ?? "no status",
    tags,
    tagsAny: tags,
    tagsNone: tags,
    groupId: image.groupId ?? "no group",
    officialOnly: image.author ?? "no author",
    certifiedOnly: image.author ?? "no author",
    gpuType: image.gpuTypes?.join(" ") ?? "no GPU types",
    framework: image.framework ?? "no framework",
    frameworkVersion: image.frameworkVersion ?? "no version",
    cudaVersion: image.cudaVersion ?? "no version",
    pythonVersion: image.pythonVersion ?? "no version",
    osVersion: image.osVersion ?? "no version",
    version: imageVersion(image)?.version ?? "no version",
    maxPrice: image.price === undefined ? "no price" : `${image.price} yuan per hour`,
    freeOnly: image.price === undefined ? "no price" : `${image.price} yuan per hour`,
    maxSizeMb: image.sizeMb === undefined ? "no size" : `${image.sizeMb} MB`,
    createdAfter: image.createdAt ?? "no time",
    createdBefore: image.createdAt ?? "no time",
    publishedAfter: image.publishedAt ?? "no time",
    publishedBefore: image.publishedAt ?? "no time",
  };
  const shown = values[argument];
  return shown === undefined ? "" : ` (${plainText(shown, 80)})`;
}

function remedy(filter: AppliedFilter, images: readonly Image[], found: readonly Image[]): string {
  if (filter.argument !== "statuses") return `change or leave out \`${filter.argument}\``;
  const known: ReadonlySet<unknown> = new Set([
    ...imageStatus.options,
    ...images.map(({ status }) => status),
  ]);
  const usable = wantedTexts(filter).filter((status) => known.has(status));
  const statuses = new Set([...usable, ...found.flatMap(({ status }) => status ?? [])]);
  return `to allow that, set \`statuses\` to [${[...statuses].map((status) => quoted(status)).join(", ")}]`;
}
