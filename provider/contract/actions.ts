import * as z from "zod/mini";
import { field, text, wholeNumber } from "./field.ts";

const scope = {
  region: field(text(), { wire: "Region", description: "Region, required." }),
  zone: field(z.optional(text()), { wire: "Zone", description: "Zone." }),
  projectId: field(z.optional(text()), { wire: "ProjectId", description: "Project; the account's default one if absent." }),
};

/** The actions that the plugin may send, and nothing else: each one only reads. */
export const actions = {
  DescribeCompShareImages: {
    request: z.strictObject({
      ...scope,
      id: field(z.optional(text()), { wire: "CompShareImageId", description: "Exact image ID." }),
      imageType: field(z.optional(text()), { wire: "ImageType", description: "Image type; all if absent." }),
      name: field(z.optional(text()), { wire: "Name", description: "Part of the name, case-sensitive." }),
      author: field(z.optional(text()), { wire: "Author", description: "Nickname of the publisher." }),
      tag: field(z.optional(text()), { wire: "Tag", description: "One tag." }),
      offset: field(wholeNumber(0, 1_000_000), { wire: "Offset", description: "Rows of each image type to leave out." }),
      limit: field(wholeNumber(1, 100), { wire: "Limit", description: "Rows of each image type to answer." }),
    }),
  },
  DescribeCompShareImageTags: {
    request: z.strictObject(scope),
  },
} as const;

/** Name of an action. */
export type ActionName = keyof typeof actions;

/** Request of an action, by our names. */
export type ActionRequest<Name extends ActionName> = z.output<(typeof actions)[Name]["request"]>;
