import type { Image } from "../contract/image.ts";
import { closest } from "../errors/closest.ts";
import { plainText, quoted } from "../errors/plain-text.ts";
import { type AppliedFilter, type FilterName, matching } from "./filters.ts";
import type { Scope } from "./scope.ts";
import { splitTag, tagKey, tagKeys } from "./tags.ts";

/** What is known when no image passes. */
export interface EmptySearch {
  readonly images: readonly Image[];
  readonly filters: readonly AppliedFilter[];
  readonly scope: Scope;
}

/** Why no image passes, and what to change. */
export function explainNone(search: EmptySearch): string {
  const { images, filters, scope } = search;
  const lines = [
    `no CompShare image has ${filters.map(describe).join(", ")}.`,
    `Read ${images.length} images of region ${plainText(scope.region)}, source platform.`,
    ...funnel(images, filters),
    ...hidden(images, filters),
    ...filters.flatMap((filter) => suggestions(filter, images, filters)),
  ];
  return lines.join("\n");
}

function describe({ argument, wanted }: AppliedFilter): string {
  const value =
    typeof wanted === "string" ? quoted(wanted) : `[${wanted.map((entry) => quoted(entry)).join(", ")}]`;
  return `${argument} ${value}`;
}

function funnel(images: readonly Image[], filters: readonly AppliedFilter[]): string[] {
  const steps: string[] = [];
  let left = images;
  for (const filter of filters) {
    if (left.length === 0) break;
    left = left.filter(filter.passes);
    steps.push(`${filter.argument} leaves ${left.length}`);
  }
  return steps.length === 0 ? [] : [`Step by step: ${steps.join(", ")}.`];
}

/** Images that one single filter keeps out, with the change that would let them in. */
function hidden(images: readonly Image[], filters: readonly AppliedFilter[]): string[] {
  if (filters.length < 2) return [];
  return filters.flatMap((filter) => {
    const found = matching(
      images,
      filters.filter((other) => other !== filter),
    );
    // A filter that nearly everything fails would list the catalogue.
    if (found.length === 0 || (found.length > 3 && filter.argument !== "statuses")) return [];
    const shown = found
      .slice(0, 3)
      .map((image) => `${quoted(image.name)} ${plainText(image.id)}${reason(filter.argument, image)}`);
    const more = found.length > 3 ? ` and ${found.length - 3} more` : "";
    return [`Only ${filter.argument} keeps out: ${shown.join("; ")}${more}. ${remedy(filter, found)}`];
  });
}

function reason(argument: FilterName, image: Image): string {
  const value = {
    imageType: image.imageType,
    author: image.author,
    statuses: image.status,
    tags: image.tags.join(" "),
    tagsAny: image.tags.join(" "),
  };
  const shown = argument in value ? value[argument as keyof typeof value] : undefined;
  return shown === undefined ? "" : ` (${plainText(shown, 80)})`;
}

function remedy({ argument, wanted }: AppliedFilter, found: readonly Image[]): string {
  if (argument !== "statuses") return `Change or leave out \`${argument}\` to get them.`;
  const statuses = new Set([wanted, found.flatMap((image) => image.status ?? [])].flat());
  return `To allow them, set \`statuses\` to [${[...statuses].map((status) => quoted(status)).join(", ")}].`;
}

/** Values that exist and are close to a wanted one that does not. */
function suggestions(
  filter: AppliedFilter,
  images: readonly Image[],
  filters: readonly AppliedFilter[],
): string[] {
  const others = matching(
    images,
    filters.filter((other) => other !== filter),
  );
  const pool = others.length === 0 ? images : others;
  const wanted = typeof filter.wanted === "string" ? [filter.wanted] : filter.wanted;
  switch (filter.argument) {
    case "name":
    case "nameContains":
      return images.some(filter.passes) ? [] : nameSuggestions(wanted[0] ?? "", pool, images);
    case "tags":
    case "tagsAny":
      return tagSuggestions(filter.argument, wanted, images);
    case "id":
      return images.some(filter.passes)
        ? []
        : didYouMean(
            "id",
            closest(
              wanted[0] ?? "",
              images.map((image) => image.id),
            ),
          );
    case "author":
    case "imageType":
      return images.some(filter.passes) ? [] : knownValues(filter.argument, wanted[0] ?? "", images);
    case "statuses":
      return [];
    default:
      return filter.argument satisfies never;
  }
}

function nameSuggestions(wanted: string, pool: readonly Image[], images: readonly Image[]): string[] {
  const near = closest(
    wanted,
    pool.map((image) => image.name),
  );
  return didYouMean(
    "name",
    near.length > 0
      ? near
      : closest(
          wanted,
          images.map((image) => image.name),
        ),
  );
}

function tagSuggestions(argument: string, wanted: readonly string[], images: readonly Image[]): string[] {
  const spelled = images.flatMap((image) => image.tags.flatMap(splitTag));
  const known = tagKeys(spelled);
  const untagged = images.filter((image) => image.tags.length === 0).length;
  const lines = wanted
    .filter((tag) => !known.has(tagKey(tag)))
    .map((tag) => {
      const near = closest(tag, spelled);
      const hint =
        near.length > 0
          ? `closest: ${near.map((value) => quoted(value)).join(", ")}`
          : "getCompShareImageTags lists the tags that exist";
      return `No image has the tag ${quoted(tag)}; ${hint}.`;
    });
  if (untagged > 0)
    lines.push(
      `${untagged} of the ${images.length} images have no tags at all, so \`${argument}\` leaves them out.`,
    );
  return lines;
}

function knownValues(argument: "author" | "imageType", wanted: string, images: readonly Image[]): string[] {
  const known = [...new Set(images.flatMap((image) => image[argument] ?? []))].sort();
  const near = closest(wanted, known);
  if (near.length > 0) return didYouMean(argument, near);
  return [
    `${argument} is one of ${known
      .slice(0, 8)
      .map((value) => quoted(value))
      .join(", ")}.`,
  ];
}

function didYouMean(argument: string, near: readonly string[]): string[] {
  return near.length === 0 ? [] : [`Closest ${argument}: ${near.map((value) => quoted(value)).join(", ")}.`];
}
