import { imagePinInputs, imagePinOutputs } from "./image-pin.ts";

/** The resources of the package by name. */
export const resources = {
  ImagePin: {
    description:
      "Freezes the choice of an image in the stack's state.\n\nThe image is looked up when the pin is created, also in previews. With the policy `hold`, the default, `imageId` then stays the same, without a call and without credentials, until you change the query, `imageId`, `keepers`, `policy` or the region. With another policy every preview and update asks CompShare, and moves the pin to what is newer. The resource's `id` is the image ID: another image is a replacement, which `protect` prevents.\n\nA refresh looks at the image again and updates `status`, `source`, `newerAvailable` and `warnings`, never the image.",
    inputs: imagePinInputs,
    outputs: imagePinOutputs,
  },
} as const;

export type ResourceName = keyof typeof resources;
