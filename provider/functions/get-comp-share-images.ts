import type * as z from "zod/mini";
import type { functions } from "../contract/functions.ts";
import { texts } from "../errors/texts.ts";
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
  const question = { filters: inputs, scope: resolveScope(inputs, context.scope) };
  const reading = await readImages(context.catalogue, question, signal);
  await context.turn();
  const { images, totalCount, selection } = selectImages({
    ...question,
    images: reading.images,
    unsettled: reading.unsettled,
    orderBy: inputs.orderBy,
    offset: inputs.offset,
    limit: inputs.limit,
    minCount: inputs.minCount,
    maxCount: inputs.maxCount,
  });
  if (reading.unsettled) context.warn(texts().images.remarks.unsettled);
  return {
    images: [...images],
    ids: images.map(({ id }) => id),
    names: images.map(({ name }) => name),
    totalCount,
    selection,
  };
};
