import * as z from "zod/mini";
import { text, wholeNumber } from "./field.ts";
import { wireInteger } from "./wire-values.ts";

/** A parameter of a request: its name on the wire, and its type. What may be sent is checked where it is given. */
export interface Parameter {
  readonly wire: string;
  readonly schema: z.ZodMiniType;
}

type RequestParameters = Readonly<Record<string, Parameter>>;

const parameter = <Schema extends z.ZodMiniType>(
  wire: string,
  schema: Schema,
): { readonly wire: string; readonly schema: Schema } => ({ wire, schema });

const scope = {
  region: parameter("Region", text()),
  zone: parameter("Zone", z.optional(text())),
  projectId: parameter("ProjectId", z.optional(text())),
};

const byId = { id: parameter("CompShareImageId", z.optional(text())) };

/** What a server may leave images out by; each lets at least the wanted ones pass. */
export const filterParameters = {
  imageType: parameter("ImageType", z.optional(text())),
  // A part of the name, case-sensitive.
  name: parameter("Name", z.optional(text())),
  author: parameter("Author", z.optional(text())),
};

/** Which part of a listing is wanted, of each image type where types page apart. The plugin chooses it by itself. */
export const pageParameters = {
  offset: parameter("Offset", wholeNumber(0, 1_000_000)),
  limit: parameter("Limit", wholeNumber(1, 100)),
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
  readonly request: RequestParameters;
  readonly response: z.ZodMiniObject;
  /** An action that changes something must not be sent by a lookup, nor be retried. */
  readonly readsOnly: true;
}

/**
 * The actions that the plugin may send with the parameters that it sends, and nothing else. `Tag` is a parameter of some
 * of them too, but how CompShare compares tags is not documented: `tags` is applied here, and nothing is sent. None filters
 * names by the same rule, so no action borrows another's parameters.
 */
export const actions = {
  DescribeCompShareImages: {
    request: { ...scope, ...byId, ...filterParameters, ...pageParameters },
    response: listing,
    readsOnly: true,
  },
  DescribeCompShareCustomImages: {
    request: { ...scope, ...byId, ...pageParameters },
    response: listing,
    readsOnly: true,
  },
  DescribeCompShareSharingImages: {
    request: { ...scope, ...byId, ...pageParameters },
    response: listing,
    readsOnly: true,
  },
  DescribeSelfCommunityImages: {
    request: { ...scope, ...pageParameters },
    response: listing,
    readsOnly: true,
  },
  DescribeCommunityImages: {
    // It takes `Name` too. The names that are asked for may be those of groups, whose images `Name` would hide.
    request: { ...scope, ...byId, author: filterParameters.author, ...pageParameters },
    response: listing,
    readsOnly: true,
  },
  DescribeCompShareImageTags: { request: scope, response: tags, readsOnly: true },
} as const satisfies Readonly<Record<string, Action>>;

export type ActionName = keyof typeof actions;

/** An action that lists images. */
export type ListingAction = {
  [Name in ActionName]: (typeof actions)[Name]["response"] extends typeof listing ? Name : never;
}[ActionName];

type RequestOf<Given extends RequestParameters> = z.output<
  z.ZodMiniObject<{ [Name in keyof Given]: Given[Name]["schema"] }>
>;
type EachRequest = { readonly [Name in ActionName]: RequestOf<(typeof actions)[Name]["request"]> };
// An interface, since tsc then sees what the requests of all actions have in common.
interface Requests extends EachRequest {}
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
