import * as z from "zod/mini";
import { field, text, wholeNumber } from "./field.ts";
import { imageStatus, imageType } from "./image.ts";

/** Keys that `orderBy` accepts; `-` in front means descending. */
export const orderKeys = ["published", "created", "name", "size", "price", "id"] as const;

/** Order that is used unless `orderBy` says otherwise: newest publication first, ties settled down to the ID. */
export const defaultOrder = ["-published", "-created", "name", "id"] as const;

const orderKey = field(z.enum([...orderKeys, ...orderKeys.map((key) => `-${key}` as const)]), {
  id: "OrderKey",
  description:
    "A key to order by, ascending; with `-` in front descending. Images without the value come last either way.",
});

const regionPattern = /^[a-z]+(-[a-z0-9]+)+$/;
const zonePattern = /^[a-z]+(-[a-z0-9]+)+-\d{2}$/;

/** A region's name: checked by its shape, since CompShare adds regions. */
export const regionName = (): z.ZodMiniString<string> =>
  z.string().check(z.regex(regionPattern, "must look like `cn-wlcb`"));

/** A zone's name: a region's and two digits. */
export const zoneName = (): z.ZodMiniString<string> =>
  z.string().check(z.regex(zonePattern, "must look like `cn-wlcb-01`"));

const list = <Entry extends z.core.$ZodType>(entry: Entry): z.ZodMiniArray<Entry> =>
  z.array(entry).check(z.minLength(1));

/** Where a call looks: these override the provider's configuration for one call. */
export const scopeArguments = {
  region: field(z.optional(regionName()), {
    wire: "Region",
    description:
      "Region to ask, for example `cn-sh2`. Default: the zone's region if `zone` is given, else the provider's.",
  }),
  zone: field(z.optional(zoneName()), {
    wire: "Zone",
    description:
      "Zone to ask, for example `cn-wlcb-01`. Default: the provider's. CompShare lists the same platform images for every zone of a region.",
  }),
  projectId: field(z.optional(text()), {
    wire: "ProjectId",
    description:
      "Project to ask in, `org-` and letters. Default: the provider's, else the account's default project. Sub-accounts need it.",
  }),
};

/** Which images are meant. Every filter that is given applies. */
export const filterArguments = {
  id: field(z.optional(text()), {
    wire: "CompShareImageId",
    description:
      "Exact image ID, for example `compshareImage-1minbz219ceq`. Asked by itself, so the answer has `readme` too.",
  }),
  name: field(z.optional(text()), {
    wire: "Name",
    description:
      "Exact name, case-sensitive, for example `cuda128_torch291_py312`. At most one of `name` and `nameContains`.",
  }),
  nameContains: field(z.optional(text()), {
    description: "Part of the name, case-sensitive. At most one of `name` and `nameContains`.",
  }),
  imageType: field(z.optional(z.union([imageType, text()])), {
    wire: "ImageType",
    description:
      "Image type: `System` (bare operating systems), `App` (with a framework or an application), `Game`, `Other`, or a newer value. Default: all types.",
  }),
  author: field(z.optional(text()), {
    wire: "Author",
    description: "Exact nickname of the publisher, for example `UCloud`.",
  }),
  tags: field(z.optional(list(text())), {
    wire: "Tag",
    description:
      "Tags that an image must all have. Upper and lower case, full and half width are alike, and a stored `pytorch，Pytorch` counts as both. `getCompShareImageTags` lists the tags that exist.",
  }),
  tagsAny: field(z.optional(list(text())), {
    description: "Tags of which an image must have at least one, compared as in `tags`.",
  }),
  statuses: field(z._default(list(z.union([imageStatus, text()])), ["Available"]), {
    description:
      'States that are wanted. Default: `["Available"]`. Errors name the matches that other states hide.',
  }),
};

/** Order of the answer. */
export const orderArgument = {
  orderBy: field(z.optional(list(orderKey)), {
    description: `Keys to order by, the first one counts most: ${orderKeys.map((key) => `\`${key}\``).join(", ")}; \`-\` in front means descending. Default: \`${JSON.stringify(defaultOrder)}\`. Images that are still equal are ordered by ID.`,
  }),
};

/** What only the function for one image takes. */
export const singleArguments = {
  mostRecent: field(z._default(z.boolean(), false), {
    description:
      "Whether to take the newest of several matches, by publication, then creation. Default: `false`, several matches are an error.",
  }),
};

/** What only the function for a list takes. */
export const pageArguments = {
  offset: field(z._default(wholeNumber(0, 20_000), 0), {
    wire: "Offset",
    description: "How many images of the ordered result to leave out at its start. Default: 0.",
  }),
  limit: field(z.optional(wholeNumber(1, 20_000)), {
    wire: "Limit",
    description:
      "Largest number of images to answer, at least 1. Default: all. It cuts the ordered result, not the listing.",
  }),
};

/** At most one argument of each group may be given. */
export const exclusiveArguments: readonly (readonly string[])[] = [
  ["name", "nameContains"],
  ["mostRecent", "orderBy"],
];

/** The arguments of a search for one image, parsed. */
export const imageQuery = z.strictObject({
  ...filterArguments,
  ...scopeArguments,
  ...orderArgument,
  ...singleArguments,
});

/** The arguments of a search for a list of images, parsed. */
export const imagesQuery = z.strictObject({
  ...filterArguments,
  ...scopeArguments,
  ...orderArgument,
  ...pageArguments,
});

/** The filters of a search, parsed, defaults filled in. */
export type Filters = z.output<z.ZodMiniObject<typeof filterArguments>>;

/** Where a search looks, as the caller gave it. */
export type ScopeArguments = z.output<z.ZodMiniObject<typeof scopeArguments>>;

/** A key of `orderBy`. */
export type OrderKey = z.output<typeof orderKey>;
