import * as z from "zod/mini";
import { field, text, wholeNumber } from "./field.ts";
import { imageSource, imageStatus, imageType } from "./image.ts";

/** Keys that `orderBy` accepts; `-` in front means descending. */
export const orderKeys = [
  "published",
  "created",
  "name",
  "version",
  "frameworkVersion",
  "cudaVersion",
  "size",
  "price",
  "id",
] as const;

/** Keys that put the latest publication first. */
export const latest = ["-published"] as const;

/** Keys that put the newest image first: by publication, then creation. */
export const newest = [...latest, "-created"] as const;

/** Keys that put the highest version first. */
export const highest = ["-version"] as const;

/** Order that is used unless `orderBy` says otherwise: newest first, ties settled down to the ID. */
export const defaultOrder = [...newest, "name", "id"] as const;

const orderKey = field(z.enum([...orderKeys, ...orderKeys.map((key) => `-${key}` as const)]), {
  id: "OrderKey",
  description:
    "A key to order by, ascending; with `-` in front descending. Images without the value come last either way.",
});

const regionPattern = /^[a-z]+(-[a-z0-9]+)*$/;
const zonePattern = /^[a-z]+(-[a-z0-9]+)*-\d{2}$/;

/** A region's name, such as `cn-wlcb` or `hk`: checked by its shape, since CompShare adds regions. */
export const regionName = (): z.ZodMiniString<string> => z.string().check(z.regex(regionPattern, "cn-wlcb"));

/** A zone's name: a region's and two digits. */
export const zoneName = (): z.ZodMiniString<string> => z.string().check(z.regex(zonePattern, "cn-wlcb-01"));

const list = <Entry extends z.core.$ZodType>(entry: Entry): z.ZodMiniArray<Entry> =>
  z.array(entry).check(z.minLength(1));

/** Where a call looks: these override the provider's configuration for one call. */
export const scopeArguments = {
  region: field(z.optional(regionName()), {
    description:
      "Region to ask, for example `cn-sh2`. Default: the zone's region if `zone` is given, else the provider's.",
  }),
  zone: field(z.optional(zoneName()), {
    description:
      "Zone to ask, for example `cn-wlcb-01`. Default: the provider's. CompShare lists the same platform images for every zone of a region.",
  }),
  projectId: field(z.optional(text()), {
    description:
      "Project to ask in, `org-` and letters. Default: the provider's, else the account's default project. Sub-accounts need it.",
  }),
};

const versionRange = (what: string, example: string): string =>
  `${what} as a range in npm's or pip's notation, in quotes, for example \`${example}\`. Versions are numbers, however many: 8.10 is newer than 8.9. A pre-release is in a range only if the range names one. Images without it are left out.`;

const moment = (what: string): string =>
  `${what}, a date such as \`2026-07-22\` (its first moment in UTC) or an RFC 3339 time. Images without the time are left out.`;

/** In which catalogue to look. `byId` is the argument that gives an ID by hand. */
export const sourceField = (byId: "id" | "imageId"): z.ZodMiniOptional<typeof imageSource> =>
  field(z.optional(imageSource), {
    description: `Catalogue to look in: \`platform\` (CompShare's own images), \`custom\` (made by this account), \`shared\` (shared with it), \`community\` (published by anybody), \`published\` (published by this account), \`any\` (all of them). Default: \`platform\`, or \`any\` when \`${byId}\` is given.`,
  });

/** In which catalogue a function looks. */
export const sourceArgument = { source: sourceField("id") };

/** Which images are meant. Every filter that is given applies. */
export const filterArguments = {
  id: field(z.optional(text()), {
    description:
      "Exact image ID, for example `compshareImage-1minbz219ceq`. Asked by itself and, unless `source` says otherwise, in every catalogue; the result has `readme` too.",
  }),
  name: field(z.optional(text()), {
    description:
      "Exact name, case-sensitive, for example `cuda128_torch291_py312`. At most one of `name`, `nameContains`, `nameGlob` and `nameRegex`. They mean the image's own name; where no image fits, the name of its group is tried, with a warning.",
  }),
  nameContains: field(z.optional(text()), {
    description: "Part of the name, case-sensitive, for example `vLLM`.",
  }),
  nameGlob: field(z.optional(text()), {
    description:
      "Pattern for the whole name, case-sensitive, for example `vLLM v0.1?.*`: `*` stands for any characters, `?` for one, `[0-9]` for one of a set, `\\` takes the next character as it is. At most 1000 characters.",
  }),
  nameRegex: field(z.optional(text()), {
    description:
      "Regular expression that some part of the name must match, for example `^cuda12\\d_torch`. RE2's syntax, which takes linear time: without look-around and back-references. At most 1000 characters.",
  }),
  imageType: field(z.optional(z.union([imageType, text()])), {
    description:
      "Image type: `System` (bare operating systems), `App` (with a framework or an application), `Game`, `Other`, or a newer value. Default: all types.",
  }),
  author: field(z.optional(text()), {
    description: "Exact nickname of the publisher, for example `UCloud`.",
  }),
  ownerAccountId: field(z.optional(text()), {
    description:
      "Exact ID of the account that owns the image, for example `50133150`. Unlike a nickname, nobody else can have it.",
  }),
  groupId: field(z.optional(text()), {
    description: "Exact ID of the group that holds all versions of one published image.",
  }),
  officialOnly: field(z.optional(z.boolean()), {
    description: "Only return images that CompShare itself publishes. Default: `false`.",
  }),
  certifiedOnly: field(z.optional(z.boolean()), {
    description:
      "Only return images of publishers that CompShare has certified, or of CompShare itself. Default: `false`.",
  }),
  tags: field(z.optional(list(text())), {
    description:
      "Tags that an image must all have, case-insensitive, in full or half width; a stored `pytorch，Pytorch` counts as both. `getCompShareImageTags` lists the tags that exist.",
  }),
  tagsAny: field(z.optional(list(text())), {
    description: "Tags of which an image must have at least one, compared as in `tags`.",
  }),
  tagsNone: field(z.optional(list(text())), {
    description: "Tags of which an image must have none, compared as in `tags`.",
  }),
  container: field(z.optional(z.boolean()), {
    description:
      "Whether the image is for container instances (`true`) or for virtual machines (`false`). Default: either.",
  }),
  gpuType: field(z.optional(text()), {
    description:
      "GPU type that the image must support, for example `4090`, case-insensitive. Images that do not specify it are left out.",
  }),
  framework: field(z.optional(text()), {
    description: "Framework in the image, for example `PyTorch`, case-insensitive.",
  }),
  frameworkVersion: field(z.optional(text()), {
    numbersLose: true,
    description: versionRange("Version of the framework", ">=2.8 <3"),
  }),
  cudaVersion: field(z.optional(text()), {
    numbersLose: true,
    description: versionRange("CUDA version", "12.x"),
  }),
  pythonVersion: field(z.optional(text()), {
    numbersLose: true,
    description: versionRange("Python version", "3.12"),
  }),
  osVersion: field(z.optional(text()), {
    numbersLose: true,
    description: `${versionRange("Version of the operating system", ">=22.04")} Words in front must be in the image's text, as in \`Ubuntu >=22.04\`.`,
  }),
  version: field(z.optional(text()), {
    numbersLose: true,
    description: `${versionRange("Version of the image", "^2.4")} It is read from \`versionName\`, else from the name, else from the framework's version; docs/versions.md has the rule.`,
  }),
  freeOnly: field(z.optional(z.boolean()), {
    description:
      "Only return images that cost nothing beside the instance: with a price of 0, or without one where CompShare says that they are not charged for. Images of which it says neither are left out. Default: `false`.",
  }),
  maxPrice: field(z.optional(z.number().check(z.gte(0))), {
    description:
      "Highest price of the image itself in yuan per hour, at least 0. Images without a price are left out.",
  }),
  maxSizeMb: field(z.optional(wholeNumber(1, 1_000_000_000)), {
    description: "Largest size in MB: 51200 is 50 GB. Images without a size are left out.",
  }),
  createdAfter: field(z.optional(text()), {
    description: moment("Earliest time of creation, itself included"),
  }),
  createdBefore: field(z.optional(text()), {
    description: moment("Latest time of creation, itself excluded"),
  }),
  publishedAfter: field(z.optional(text()), {
    description: moment("Earliest time of publication, itself included"),
  }),
  publishedBefore: field(z.optional(text()), {
    description: moment("Latest time of publication, itself excluded"),
  }),
  statuses: field(z._default(list(z.union([imageStatus, text()])), ["Available"]), {
    description:
      'States that are wanted; `Unknown` stands for images whose state CompShare does not send. Default: `["Available"]`. Errors and warnings name the matches that other states hide.',
  }),
};

export const orderArgument = {
  orderBy: field(z.optional(list(orderKey)), {
    description: `Keys to order by, the first one counts most: ${orderKeys.map((key) => `\`${key}\``).join(", ")}; \`-\` in front means descending. Default: \`${JSON.stringify(defaultOrder)}\`. \`published\` is the creation where there is no publication. What the keys leave equal goes on by the default order.`,
  }),
};

const missingAnswer = field(z.enum(["error", "empty"]), {
  id: "IfMissing",
  description: "What the function for one image does when nothing matches.",
});

/** What only the function for one image takes. */
export const singleArguments = {
  mostRecent: field(z._default(z.boolean(), false), {
    description:
      "Whether to take the newest of several matches, by publication, then creation. At most one of `mostRecent` and `orderBy`. Default: `false`, several matches are an error. In `community`, `shared` and `any` it needs `author`, `ownerAccountId`, `groupId`, `officialOnly` or `certifiedOnly`, since other accounts can put images there under any name.",
  }),
  ifMissing: field(z._default(missingAnswer, "error"), {
    description:
      "What no match means: `error`, or `empty` for a result whose `found` is `false` and which has nothing else but `selection`. Only a complete listing without a match is empty; an outage stays an error. Default: `error`.",
  }),
};

/** What only the function for a list takes. */
export const pageArguments = {
  offset: field(z._default(wholeNumber(0, 20_000), 0), {
    description: "Number of images to skip at the start of the ordered result. Default: 0.",
  }),
  limit: field(z.optional(wholeNumber(1, 20_000)), {
    description:
      "Maximum number of images to return, at least 1. Default: all. It cuts the ordered result, not the listing.",
  }),
  minCount: field(z.optional(wholeNumber(0, 20_000)), {
    description: "Minimum number of matches, before `offset` and `limit`; fewer are an error. Default: 0.",
  }),
  maxCount: field(z.optional(wholeNumber(0, 20_000)), {
    description:
      "Maximum number of matches, before `offset` and `limit`; more are an error. Default: any number.",
  }),
};

/** The arguments that ask for a name, each in its own way. */
export const nameArguments = [
  "name",
  "nameContains",
  "nameGlob",
  "nameRegex",
] as const satisfies readonly (keyof typeof filterArguments)[];

/** At most one argument of each group may be given. */
export const exclusiveArguments: readonly (readonly string[])[] = [nameArguments, ["mostRecent", "orderBy"]];

/** The arguments of a search for one image, parsed. */
export const imageQuery = z.strictObject({
  ...filterArguments,
  ...sourceArgument,
  ...scopeArguments,
  ...orderArgument,
  ...singleArguments,
});

/** The arguments of a search for a list of images, parsed. */
export const imagesQuery = z.strictObject({
  ...filterArguments,
  ...sourceArgument,
  ...scopeArguments,
  ...orderArgument,
  ...pageArguments,
});

/** The filters of a search, parsed, defaults filled in. */
export type Filters = z.output<z.ZodMiniObject<typeof filterArguments>>;

/** Where a search looks, as the caller gave it. */
export type ScopeArguments = z.output<z.ZodMiniObject<typeof scopeArguments>>;

export type OrderKey = z.output<typeof orderKey>;
