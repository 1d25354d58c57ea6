import { type Image, imageStatus } from "../contract/image.ts";
import type { Scope } from "../listings/scope.ts";
import { messages } from "../messages/messages.ts";
import { plainText, quoted } from "../messages/plain-text.ts";
import { type AppliedFilter, type FilterName, matching, unspecifiedImages, wantedTexts } from "./filters.ts";
import { ordered } from "./order.ts";
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
  const words = messages().images;
  // The server's own order must not show, here as little as in an answer.
  const images = ordered(search.images, ["name"]);
  const blamed = filters.map((filter) => ({ filter, line: onlyThis(filter, images, filters) }));
  const lines = [
    words.none.noMatch(filters.map(describe).join(words.listSeparator)),
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
  const more = wanted.length > mostValues ? [messages().images.none.more(wanted.length - mostValues)] : [];
  return `${argument}: [${[...shown, ...more].join(", ")}]`;
}

function funnel({ images, filters, scope }: EmptySearch): string {
  const words = messages().images.none;
  const place = words.read(images.length, plainText(scope.region), scope.source);
  if (images.length === 0) return words.emptyList(place, words.nothingRead);
  const steps: string[] = [];
  let left = images;
  for (const filter of filters) {
    if (left.length === 0) break;
    const silent = unspecifiedImages(filter, left).length;
    left = left.filter(filter.passes);
    steps.push(words.leaves(filter.argument, left.length, silent));
  }
  return words.funnel(place, steps);
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
  const words = messages().images;
  const more = found.length > mostNamed ? words.none.andMore(found.length - mostNamed) : "";
  return words.none.keepsOut(
    filter.argument,
    `${shown.join(words.listSeparator)}${more}`,
    remedy(filter, images, found),
  );
}

function value(argument: FilterName, image: Image): string {
  const words = messages().images.none;
  const none = words.absent;
  const price = image.price === undefined ? none.price : words.price(image.price);
  const tags = image.tags.length === 0 ? none.tags : image.tags.join(" ");
  const values: Partial<Record<FilterName, string>> = {
    imageType: image.imageType ?? none.type,
    author: image.author ?? none.author,
    statuses: image.status ?? none.status,
    tags,
    tagsAny: tags,
    tagsNone: tags,
    groupId: image.groupId ?? none.group,
    officialOnly: image.author ?? none.author,
    certifiedOnly: image.author ?? none.author,
    gpuType: image.gpuTypes?.join(" ") ?? none.gpuTypes,
    framework: image.framework ?? none.framework,
    frameworkVersion: image.frameworkVersion ?? none.version,
    cudaVersion: image.cudaVersion ?? none.version,
    pythonVersion: image.pythonVersion ?? none.version,
    osVersion: image.osVersion ?? none.version,
    version: imageVersion(image)?.version ?? none.version,
    maxPrice: price,
    freeOnly: price,
    maxSizeMb: image.sizeMb === undefined ? none.size : `${image.sizeMb} MB`,
    createdAfter: image.createdAt ?? none.time,
    createdBefore: image.createdAt ?? none.time,
    publishedAfter: image.publishedAt ?? none.time,
    publishedBefore: image.publishedAt ?? none.time,
  };
  const shown = values[argument];
  return shown === undefined ? "" : words.aside(plainText(shown, 80));
}

function remedy(filter: AppliedFilter, images: readonly Image[], found: readonly Image[]): string {
  if (filter.argument !== "statuses") return messages().images.none.changeOrLeaveOut(filter.argument);
  const known: ReadonlySet<unknown> = new Set([
    ...imageStatus.options,
    ...images.map(({ status }) => status),
  ]);
  const usable = wantedTexts(filter).filter((status) => known.has(status));
  const statuses = new Set([...usable, ...found.flatMap(({ status }) => status ?? [])]);
  return messages().images.none.allowStatuses([...statuses].map((status) => quoted(status)).join(", "));
}
