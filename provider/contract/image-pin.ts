import * as z from "zod/mini";
import { field, fieldFacts, text } from "./field.ts";
import { image } from "./image.ts";
import { filterArguments, orderArgument, scopeArguments, singleArguments, sourceField } from "./query.ts";

const pinPolicy = field(z.enum(["hold", "follow", "withinRange"]), {
  id: "PinPolicy",
  description: "When a pin moves to another image.",
});

// A resource's own `id` is the image ID; asked for by hand it is `imageId`.
const { id: _id, ...filters } = filterArguments;

/** What a pin is asked for: a query as for one image, and when to move. */
export const imagePinInputs = z.strictObject({
  ...filters,
  source: sourceField("imageId"),
  ...scopeArguments,
  ...orderArgument,
  mostRecent: singleArguments.mostRecent,
  imageId: field(z.optional(text()), {
    description:
      "Image to pin, by its ID, instead of a query. It is looked up when it is new, and once more when the region changes, to check that it exists there. Set by hand or by a bot.",
  }),
  keepers: field(z.optional(z.record(z.string(), z.string())), {
    description:
      "Values of your own. When one of them changes, the query is run anew; if the result is the same image, nothing is replaced.",
  }),
  policy: field(z._default(pinPolicy, "hold"), {
    description:
      "When the pin moves by itself: `hold`, never; `follow`, to the newest match with every update; `withinRange`, to the highest version within `version` with every update, never to a lower one. Whatever the policy, the query is run anew when you change `keepers`, or when you edit the query or change the region and the pinned image does not fit any more; another `imageId` moves the pin to that image. An image that is withdrawn moves nothing by itself. Default: `hold`.",
  }),
});

/**
 * The input that the plugin adds to what a program gives: the image that a pin means, so that a preview shows the old
 * and the new one side by side. No program gives it, and it is no part of the query.
 */
export const pinnedInput = "pinned";

const newerImage = z.object({
  id: field(z.string(), { description: "Image ID." }),
  name: field(z.string(), { description: "Name." }),
  version: field(z.optional(z.string()), { description: "Version, as `version` reads it." }),
  publishedAt: field(z.optional(z.string()), { description: "Time of publication, RFC 3339 in UTC." }),
});
fieldFacts.add(newerImage, {
  id: "NewerImage",
  description: "A newer image that satisfies the query of a pin.",
});

const facts = image.shape;

/** The outputs of a pin: the image's facts when it was pinned, and what is known of it since. */
export const imagePinOutputs = z.object({
  imageId: field(z.string(), { description: "The pinned image's ID, the same as the resource's `id`." }),
  name: facts.name,
  source: facts.source,
  imageType: facts.imageType,
  author: facts.author,
  versionName: facts.versionName,
  version: field(z.optional(z.string()), {
    description: "Version of the image, as the input `version` reads it, for example `0.12.0`.",
  }),
  framework: facts.framework,
  tags: facts.tags,
  official: facts.official,
  price: facts.price,
  createdAt: facts.createdAt,
  publishedAt: facts.publishedAt,
  region: field(z.string(), { description: "Region that was asked." }),
  resolvedAt: field(z.string(), { description: "When the image was pinned, RFC 3339 in UTC." }),
  status: field(z.optional(z.string()), {
    description:
      "State of the image when it was last looked at, with a refresh or an edited query; `Gone` if CompShare no longer has it.",
  }),
  newerAvailable: field(z.optional(z.lazy(() => newerImage)), {
    description:
      "The newest image that satisfies the query and is newer than the pinned one, as of the last refresh.",
  }),
  warnings: field(z.array(z.string()), {
    description: "What a careful reader should know about the image. Empty when there is nothing.",
  }),
});

export type ImagePinInputs = z.output<typeof imagePinInputs>;

export type ImagePinOutputs = z.output<typeof imagePinOutputs>;
