import type { Image } from "../../provider/contract/image.ts";
import { highest, newest } from "../../provider/contract/query.ts";
import { splitTag, tagKey } from "../../provider/lookup/filters/tag-spellings.ts";
import { ordered, publication } from "../../provider/lookup/order.ts";
import { imageVersion } from "../../provider/lookup/versions/image-version.ts";
import { shownText } from "../annotations/shown-text.ts";
import type { PageData, PageImage, QueryArguments } from "./page-data.ts";
import { annotationWords, successorQuery } from "./successor-query.ts";
import { uniqueQueries } from "./unique-query.ts";

/** What a page says beside its images. */
export type PageFacts = Omit<PageData, "images">;

/** Everything that the page shows, worked out once, so that the page itself only filters and draws. */
export function describePage(images: readonly Image[], facts: PageFacts): PageData {
  const queries = uniqueQueries(images, facts.region);
  const places = new Map(ordered(images, highest).map((image, place) => [image, place]));
  return {
    ...facts,
    images: ordered(images, newest).map((image) =>
      describeImage(image, facts.region, queries.get(image), places.get(image) ?? images.length),
    ),
  };
}

function describeImage(
  image: Image,
  region: string,
  query: QueryArguments | undefined,
  versionPlace: number,
): PageImage {
  const successors = successorQuery(image, region);
  const version = imageVersion(image)?.text;
  return {
    id: image.id,
    name: image.name,
    source: image.source,
    imageType: known(image.imageType),
    status: known(image.status),
    author: known(image.author),
    trust: image.official ? "official" : image.certified ? "certified" : undefined,
    framework: known(image.framework),
    frameworkVersion: known(image.frameworkVersion),
    cuda: known(image.cudaVersion),
    python: known(image.pythonVersion),
    os: known(image.osVersion),
    gpus: image.gpuTypes,
    tags: distinctTags(image.tags),
    sizeMb: image.sizeMb,
    price: image.price,
    container: image.container,
    version,
    versionPlace,
    date: publication(image),
    description: known(image.description),
    versionName: known(image.versionName),
    groupName: known(image.groupName),
    label: labelOf(image),
    query,
    annotation: successors && annotationWords(successors),
    comment: shownText(image, successors ?? {}),
  };
}

/** A text that says something; the empty one stands for none. */
function known(text: string | undefined): string | undefined {
  return text === "" ? undefined : text;
}

/** Tags as people know them: of spellings that are the same but for case and width, the first. */
function distinctTags(stored: readonly string[]): string[] {
  const spellings = stored.flatMap(splitTag).map((tag) => [tagKey(tag), tag] as const);
  return [...new Map(spellings.toReversed()).values()].toReversed();
}

/** A name that every language and every tool takes. */
function labelOf({ name, id }: Image): string {
  const label = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40);
  return /^[a-z]/.test(label)
    ? label
    : id
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, "-")
        .slice(0, 40);
}
