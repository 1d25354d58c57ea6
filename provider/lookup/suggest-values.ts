import type { Image } from "../contract/image.ts";
import { closest } from "../messages/closest.ts";
import { messages } from "../messages/messages.ts";
import { quoted } from "../messages/plain-text.ts";
import { type AppliedFilter, type FilterName, matching, wantedTexts } from "./filters.ts";
import { splitTag, tagKey, tagKeys } from "./tags.ts";

/** Longest value that is compared with others: nothing in a catalogue comes near it. */
const longestCompared = 500;

/** Most tags that get a line each. */
const mostTags = 3;

/** Values that exist and are close to a wanted one that does not, or where to look for them. */
export function suggestions(
  filter: AppliedFilter,
  images: readonly Image[],
  filters: readonly AppliedFilter[],
): string[] {
  if (images.length === 0 || images.some(filter.passes)) return [];
  const { argument } = filter;
  const wanted = wantedTexts(filter);
  const [first = ""] = wanted;
  switch (argument) {
    case "name":
    case "nameContains":
      return nameLines(argument, first, images, matching(images, without(filters, filter)));
    case "tags":
    case "tagsAny":
      return tagLines(wanted, images);
    case "id":
      return idLines(first, images);
    default:
      break;
  }
  const values = known[argument];
  return values === undefined ? [] : knownValues(argument, first, images.flatMap(values));
}

/** Values of the filters whose values come from a small set, as images have them. */
const known: { readonly [Name in FilterName]?: (image: Image) => readonly string[] | string } = {
  author: ({ author }) => author ?? [],
  imageType: ({ imageType }) => imageType ?? [],
  statuses: ({ status }) => status ?? [],
  gpuType: ({ gpuTypes }) => gpuTypes ?? [],
  framework: ({ framework }) => framework ?? [],
  frameworkVersion: ({ frameworkVersion }) => frameworkVersion ?? [],
  cudaVersion: ({ cudaVersion }) => cudaVersion ?? [],
  pythonVersion: ({ pythonVersion }) => pythonVersion ?? [],
  osVersion: ({ osVersion }) => osVersion ?? [],
};

function without(filters: readonly AppliedFilter[], filter: AppliedFilter): AppliedFilter[] {
  return filters.filter((other) => other !== filter);
}

function near(wanted: string, known: readonly string[]): string[] {
  return wanted.length > longestCompared ? [] : closest(wanted, known);
}

function closestLine(argument: FilterName, values: readonly string[]): string {
  const shown = values.map((value) => quoted(value)).join(", ");
  return values.length === 1
    ? messages().images.suggestions.closestIs(argument, shown)
    : messages().images.suggestions.closestAre(argument, shown);
}

/** Names of images that every other filter lets pass come first: those are what the caller can get. */
function nameLines(
  argument: "name" | "nameContains",
  wanted: string,
  images: readonly Image[],
  others: readonly Image[],
): string[] {
  const pools = [others, images].map((pool) => pool.map(({ name }) => name));
  const found = pools.map((names) => near(wanted, names)).find((names) => names.length > 0);
  if (found !== undefined) return [closestLine("name", found)];
  return [messages().images.suggestions.noName(argument)];
}

/** IDs begin alike, so only what follows can be close. */
function idLines(wanted: string, images: readonly Image[]): string[] {
  const ids = new Map(images.map(({ id }) => [ownPart(id), id]));
  const found = near(ownPart(wanted), [...ids.keys()]).flatMap((part) => ids.get(part) ?? []);
  return [
    ...(found.length === 0 ? [] : [closestLine("id", found)]),
    messages().images.suggestions.everywhere,
  ];
}

function ownPart(id: string): string {
  return id.slice(id.lastIndexOf("-") + 1);
}

function tagLines(wanted: readonly string[], images: readonly Image[]): string[] {
  const spelled = images.flatMap(({ tags }) => tags.flatMap(splitTag));
  const known = tagKeys(spelled);
  const spellings = [...new Map(spelled.toReversed().map((tag) => [tagKey(tag), tag])).values()];
  const missing = wanted.filter((tag) => !splitTag(tag).every((part) => known.has(tagKey(part))));
  if (missing.length === 0) return [messages().images.suggestions.neverTogether];
  const lines = missing.slice(0, mostTags).map((tag) => {
    const found = near(tag, spellings);
    const hint =
      found.length === 0
        ? messages().images.suggestions.tagList
        : messages().images.suggestions.closest(found.map((value) => quoted(value)).join(", "));
    return messages().images.suggestions.noTag(quoted(tag), hint);
  });
  const more = missing.length - mostTags;
  return more > 0 ? [...lines, messages().images.suggestions.moreTags(more)] : lines;
}

function knownValues(argument: FilterName, wanted: string, values: readonly string[]): string[] {
  const distinct = [...new Set(values)].sort();
  if (distinct.length === 0) return [];
  const found = near(wanted, distinct);
  if (found.length > 0) return [closestLine(argument, found)];
  const shown = distinct.slice(0, 8).map((value) => quoted(value));
  return [messages().images.suggestions.known(argument, shown.join(", "), distinct.length > 8)];
}
