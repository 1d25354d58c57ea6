import * as z from "zod/mini";
import { field } from "./field.ts";
import { image } from "./image.ts";
import { imageQuery, imagesQuery, scopeArguments } from "./query.ts";
import { selection } from "./selection.ts";

// `lazy` makes a field of its own, beside the named type.
const selectionField = field(
  z.lazy(() => selection),
  { description: "How the result came about." },
);

/** What the function for one image returns where `ifMissing` lets it find none; the rest is there when `found` is true. */
export const withoutMatch: readonly string[] = ["found", "selection"];

/** The functions of the package by name: what each one takes, returns and says of itself. */
export const functions = {
  getCompShareImage: {
    description:
      "Finds one image of CompShare and returns all that is known of it.\n\nEvery filter applies. No match and several matches are errors that say why and what to change; `mostRecent` takes the newest match, `orderBy` the first one in that order. Where `ifMissing` is `empty`, no match is a result whose `found` is `false`, and nothing but `selection` is there beside it.\n\nThe result follows the catalogue: when a newer image is published under the same query, the next deployment gets the newer ID.",
    inputs: imageQuery,
    outputs: z.object({
      found: field(z.boolean(), {
        description:
          "Whether an image was found; `false` only where `ifMissing` is `empty`, and then nothing but `selection` is there beside it.",
      }),
      ...image.shape,
      selection: selectionField,
    }),
  },
  getCompShareImages: {
    description:
      "Lists the images of CompShare that satisfy every filter, in a fixed order.\n\nThe whole catalogue is read before anything is filtered, so the list is complete or the call fails. No match is an empty list.",
    inputs: imagesQuery,
    outputs: z.object({
      images: field(z.array(image), { description: "The images in order, after `offset` and `limit`." }),
      ids: field(z.array(z.string()), { description: "IDs of `images`, in the same order." }),
      names: field(z.array(z.string()), { description: "Names of `images`, in the same order." }),
      totalCount: field(z.int(), {
        description: "Number of images that match, before `offset` and `limit`.",
      }),
      selection: selectionField,
    }),
  },
  getCompShareImageTags: {
    description:
      "Lists the tags that CompShare offers for images, so that you can find the right value for `tags` and `tagsAny`.",
    inputs: z.strictObject({
      region: scopeArguments.region,
      zone: scopeArguments.zone,
      projectId: scopeArguments.projectId,
    }),
    outputs: z.object({
      tags: field(z.array(z.string()), { description: "All tags, each once, ordered by character code." }),
      categories: field(z.record(z.string(), z.array(z.string())), {
        description: "The tags by CompShare's categories, in CompShare's order.",
      }),
    }),
  },
} as const;

export type FunctionName = keyof typeof functions;
