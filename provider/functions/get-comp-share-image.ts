import type * as z from "zod/mini";
import type { functions } from "../contract/functions.ts";
import { ImageNotFoundError } from "../errors/image-not-found-error.ts";
import { resolveScope } from "../listings/scope.ts";
import { foundElsewhere } from "../lookup/other-catalogues.ts";
import { readImages } from "../lookup/read-images.ts";
import { emptySelection, type Found, type Search, selectImage } from "../lookup/select-images.ts";
import type { Run } from "./context.ts";

type Contract = (typeof functions)["getCompShareImage"];
type Inputs = z.output<Contract["inputs"]>;

/** What is answered: an image, or nothing beside the selection. */
type Outputs = z.output<Contract["outputs"]> | Pick<z.output<Contract["outputs"]>, "found" | "selection">;

/** Finds the one image that is meant. */
export const getCompShareImage: Run<Inputs, Outputs> = async (inputs, context, signal) => {
  const { orderBy, mostRecent } = inputs;
  const question = { filters: inputs, scope: resolveScope(inputs, context.scope) };
  const reading = await readImages(context.catalogue, question, signal);
  await context.yieldToEventLoop();
  const { changedDuringRead } = reading;
  const select = (images: Search["images"]): Found =>
    selectImage({ ...question, images, changedDuringRead, orderBy, mostRecent });
  try {
    const { image, selection, remarks } = select(reading.images);
    for (const remark of remarks) context.warn(remark);
    return { found: true, ...image, selection };
  } catch (error) {
    if (!(error instanceof ImageNotFoundError)) throw error;
    if (inputs.ifMissing === "null") {
      return {
        found: false,
        selection: emptySelection({ ...question, images: reading.images, changedDuringRead, orderBy }),
      };
    }
    const lines = await foundElsewhere(question, context, signal);
    const explained = (one: ImageNotFoundError): ImageNotFoundError =>
      new ImageNotFoundError([one.message, ...lines].join("\n"));
    if (reading.complete) throw explained(error);
    // What the server has left out may be what explains it.
    try {
      select(await context.catalogue.images(question.scope, signal));
    } catch (whole) {
      throw whole instanceof ImageNotFoundError ? explained(whole) : whole;
    }
    throw error;
  }
};
