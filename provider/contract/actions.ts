import * as z from "zod/mini";
import { field, text, wholeNumber } from "./field.ts";
import { wireInteger } from "./wire-values.ts";

const scope = {
  region: field(text(), { wire: "Region", description: "Region, required." }),
  zone: field(z.optional(text()), { wire: "Zone", description: "Zone." }),
  projectId: field(z.optional(text()), {
    wire: "ProjectId",
    description: "Project; the account's default one if absent.",
  }),
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
      offset: field(wholeNumber(0, 1_000_000), {
        wire: "Offset",
        description: "Rows of each image type to leave out.",
      }),
      limit: field(wholeNumber(1, 100), { wire: "Limit", description: "Rows of each image type to answer." }),
    }),
  },
  DescribeCompShareImageTags: {
    request: z.strictObject(scope),
  },
} as const;

const rowCount = z.optional(z.nullable(wireInteger.check(z.gte(0))));

/** Answer of a listing: its rows, and how many there are in all, under either of the names that CompShare uses. */
export const listingReply = z.object({
  ImageSet: z.optional(z.nullable(z.array(z.unknown()))),
  TotalCount: rowCount,
  Total: rowCount,
});

/** Answer of the list of tags. */
export const tagsReply = z.object({
  Tags: z.optional(z.nullable(z.array(z.string()))),
  TagsMap: z.optional(z.nullable(z.record(z.string(), z.nullable(z.array(z.string()))))),
});

/** Name of an action. */
export type ActionName = keyof typeof actions;

/** Request of an action, by our names. */
export type ActionRequest<Name extends ActionName> = z.output<(typeof actions)[Name]["request"]>;
