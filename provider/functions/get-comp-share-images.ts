import type * as z from "zod/mini";
import type { functions } from "../contract/functions.ts";
import { resolveScope } from "../listings/scope.ts";
import { readImages } from "../lookup/read-images.ts";
import { selectImages } from "../lookup/select-images.ts";
import { messages } from "../messages/messages.ts";
import type { Run } from "./context.ts";

type Contract = (typeof functions)["getCompShareImages"];

/** Lists the images that are meant. */
export const getCompShareImages: Run<z.output<Contract["inputs"]>, z.output<Contract["outputs"]>> = async (
  inputs,
  context,
  signal,
) => {
  const question = { filters: inputs, scope: resolveScope(inputs, context.scope) };
  const reading = await readImages(context.catalogue, question, signal);
  await context.yieldToEventLoop();
  const { images, totalCount, selection } = selectImages({
    ...question,
    images: reading.images,
    changedDuringRead: reading.changedDuringRead,
    orderBy: inputs.orderBy,
    offset: inputs.offset,
    limit: inputs.limit,
    minCount: inputs.minCount,
    maxCount: inputs.maxCount,
  });
  if (reading.changedDuringRead) context.warn(messages().images.remarks.changedDuringRead);
  return {
    images: [...images],
    ids: images.map(({ id }) => id),
    names: images.map(({ name }) => name),
    totalCount,
    selection,
  };
};
