import type { FunctionName } from "../contract/functions.ts";
import { getCompShareImage } from "./get-comp-share-image.ts";
import { getCompShareImageTags } from "./get-comp-share-image-tags.ts";
import { getCompShareImages } from "./get-comp-share-images.ts";
import type { RunFunction } from "./implement.ts";

const implementations: Readonly<Record<FunctionName, RunFunction>> = {
  getCompShareImage,
  getCompShareImages,
  getCompShareImageTags,
};

/** The functions of the package by name. */
export const functionRegistry: ReadonlyMap<string, RunFunction> = new Map(Object.entries(implementations));
