import * as z from "zod/mini";
import { field, text, wholeNumber } from "./field.ts";
import { wireInteger, wireText } from "./wire-values.ts";

const scope = {
  region: field(text(), { wire: "Region", description: "Region, required." }),
  zone: field(z.optional(text()), { wire: "Zone", description: "Zone." }),
  projectId: field(z.optional(text()), {
    wire: "ProjectId",
    description: "Project; the account's default one if absent.",
  }),
};

const point = field(z.optional(text()), { wire: "CompShareImageId", description: "Exact image ID." });
const name = field(z.optional(text()), { wire: "Name", description: "Part of the name, case-sensitive." });
const author = field(z.optional(text()), { wire: "Author", description: "Nickname of the publisher." });
const tag = field(z.optional(text()), { wire: "Tag", description: "One tag." });
const page = {
  offset: field(wholeNumber(0, 1_000_000), {
    wire: "Offset",
    description: "Rows to leave out; of each image type, where types page apart.",
  }),
  limit: field(wholeNumber(1, 100), {
    wire: "Limit",
    description: "Rows to answer; of each image type, where types page apart.",
  }),
};

/** The actions that the plugin may send, and nothing else: each one only reads. */
export const actions = {
  DescribeCompShareImages: {
    request: z.strictObject({
      ...scope,
      id: point,
      imageType: field(z.optional(text()), { wire: "ImageType", description: "Image type; all if absent." }),
      name,
      author,
      tag,
      ...page,
    }),
  },
  DescribeCompShareCustomImages: { request: z.strictObject({ ...scope, id: point, ...page }) },
  DescribeCompShareSharingImages: { request: z.strictObject({ ...scope, id: point, ...page }) },
  DescribeSelfCommunityImages: { request: z.strictObject({ ...scope, ...page }) },
  DescribeCommunityImages: { request: z.strictObject({ ...scope, id: point, name, author, tag, ...page }) },
  DescribeCompShareImageTags: { request: z.strictObject(scope) },
} as const;

const rowCount = z.optional(z.nullable(wireInteger.check(z.gte(0))));

const imageGroups = z.optional(
  z.nullable(
    z.array(
      z.object({
        GroupId: z.optional(z.nullable(wireText)),
        ImageName: z.optional(z.nullable(z.string())),
        ImageDesc: z.optional(z.nullable(z.string())),
        Status: z.optional(z.nullable(z.string())),
        Data: z.optional(z.nullable(z.array(z.unknown()))),
      }),
    ),
  ),
);

/**
 * Answer of a listing: its rows, alone or in groups that hold the versions of one image, and how many there are in
 * all, each under every name that CompShare uses.
 */
export const listingReply = z.object({
  ImageSet: z.optional(z.nullable(z.array(z.unknown()))),
  CompshareImageGroup: imageGroups,
  ImageSetGroup: imageGroups,
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
