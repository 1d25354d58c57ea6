import type * as z from "zod/mini";
import type { functions } from "../contract/functions.ts";
import { resolveScope } from "../images/scope.ts";
import { selectImages } from "../images/select-images.ts";
import type { Run } from "./context.ts";
import { readImages } from "./read-images.ts";

type Contract = (typeof functions)["getCompShareImages"];

/** Lists the images that are meant. */
export const getCompShareImages: Run<z.output<Contract["inputs"]>, z.output<Contract["outputs"]>> = async (
  inputs,
  context,
  signal,
) => {
  const scope = resolveScope(inputs, context.scope);
  const listing = await readImages(context.catalogue, inputs, scope, signal);
  const { orderBy, offset, limit } = inputs;
  const { images, totalCount, selection } = selectImages({
    images: listing,
    filters: inputs,
    scope,
    orderBy,
    offset,
    limit,
  });
  return {
    images: [...images],
    ids: images.map(({ id }) => id),
    names: images.map(({ name }) => name),
    totalCount,
    selection,
  };
};
