import type * as z from "zod/mini";
import type { functions } from "../contract/functions.ts";
import { resolveScope } from "../images/scope.ts";
import { selectImage } from "../images/select-images.ts";
import type { Run } from "./context.ts";
import { readImages } from "./read-images.ts";

type Contract = (typeof functions)["getCompShareImage"];

/** Finds the one image that is meant. */
export const getCompShareImage: Run<z.output<Contract["inputs"]>, z.output<Contract["outputs"]>> = async (
  inputs,
  context,
  signal,
) => {
  const scope = resolveScope(inputs, context.scope);
  const images = await readImages(context.catalogue, inputs, scope, signal);
  const { image, selection } = selectImage({
    images,
    filters: inputs,
    scope,
    orderBy: inputs.orderBy,
    mostRecent: inputs.mostRecent,
  });
  return { ...image, selection };
};
