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

const byId = field(z.optional(text()), { wire: "CompShareImageId", description: "Exact image ID." });
const name = field(z.optional(text()), { wire: "Name", description: "Part of the name, case-sensitive." });
const author = field(z.optional(text()), { wire: "Author", description: "Nickname of the publisher." });
const page = {
  offset: field(wholeNumber(0, 1_000_000), {
    wire: "Offset",
    description: "Rows to leave out; of each image type, where types page apart.",
  }),
  limit: field(wholeNumber(1, 100), {
    wire: "Limit",
    description: "Rows to return; of each image type, where types page apart.",
  }),
};

const rowCount = z.optional(z.nullable(wireInteger.check(z.gte(0))));

// Only the rows of a group are part of the envelope. What it says of them is read with each of them.
const imageGroups = z.optional(
  z.nullable(
    z.array(
      z.object({
        GroupId: z.optional(z.unknown()),
        ImageName: z.optional(z.unknown()),
        ImageDesc: z.optional(z.unknown()),
        Status: z.optional(z.unknown()),
        Data: z.optional(z.nullable(z.array(z.unknown()))),
      }),
    ),
  ),
);

/** Rows alone or in groups that hold the versions of one image, and their number, each under every name that CompShare uses. */
const listing = z.object({
  ImageSet: z.optional(z.nullable(z.array(z.unknown()))),
  CompshareImageGroup: imageGroups,
  ImageSetGroup: imageGroups,
  TotalCount: rowCount,
  Total: rowCount,
});

const tags = z.object({
  Tags: z.optional(z.nullable(z.array(z.string()))),
  TagsMap: z.optional(z.nullable(z.record(z.string(), z.nullable(z.array(z.string()))))),
});

/** An action: what it is asked, by our names, and what it responds, by CompShare's. */
interface Action {
  readonly request: z.ZodMiniObject;
  readonly response: z.ZodMiniObject;
  /** An action that changes something must not be sent by a lookup, nor be retried. */
  readonly readsOnly: true;
}

/**
 * The actions that the plugin may send, and nothing else. `Tag` is a parameter of some of them too, but how CompShare
 * compares tags is not documented: `tags` is applied here, and nothing is sent.
 */
export const actions = {
  DescribeCompShareImages: {
    request: z.strictObject({
      ...scope,
      id: byId,
      imageType: field(z.optional(text()), { wire: "ImageType", description: "Image type; all if absent." }),
      name,
      author,
      ...page,
    }),
    response: listing,
    readsOnly: true,
  },
  DescribeCompShareCustomImages: {
    request: z.strictObject({ ...scope, id: byId, ...page }),
    response: listing,
    readsOnly: true,
  },
  DescribeCompShareSharingImages: {
    request: z.strictObject({ ...scope, id: byId, ...page }),
    response: listing,
    readsOnly: true,
  },
  DescribeSelfCommunityImages: {
    request: z.strictObject({ ...scope, ...page }),
    response: listing,
    readsOnly: true,
  },
  DescribeCommunityImages: {
    request: z.strictObject({ ...scope, id: byId, name, author, ...page }),
    response: listing,
    readsOnly: true,
  },
  DescribeCompShareImageTags: { request: z.strictObject(scope), response: tags, readsOnly: true },
} as const satisfies Readonly<Record<string, Action>>;

/** Name of an action. */
export type ActionName = keyof typeof actions;

type Requests = { readonly [Name in ActionName]: z.output<(typeof actions)[Name]["request"]> };
type Responses = { readonly [Name in ActionName]: z.output<(typeof actions)[Name]["response"]> };

/** Request of an action, by our names. */
export type ActionRequest<Name extends ActionName> = Requests[Name];

/** Response of an action, without what is the same in all: RetCode, Action and Message. */
export type ActionResponse<Name extends ActionName> = Responses[Name];

const responses: {
  readonly [Name in ActionName]: { readonly response: z.core.$ZodType<Responses[Name]> };
} = actions;

/** What an action responds, so typed that the name decides. */
export function responseSchema<Name extends ActionName>(action: Name): z.core.$ZodType<ActionResponse<Name>> {
  return responses[action].response;
}
