import type { Image } from "../contract/image.ts";
import { pinnedInput } from "../contract/image-pin.ts";
import type { Members } from "../contract/members.ts";
import { imageVersion } from "../lookup/versions/image-version.ts";
import type { ResourceState } from "./resource.ts";

const members = ["imageId", "name", "version", "publishedAt"] as const;

/** What the added input says of an image. */
export type Pinned = { readonly [Member in (typeof members)[number]]?: string } & {
  readonly imageId: string;
};

/** An image as the added input says it. */
export function pinnedImage(image: Image): Pinned {
  const { id, name, publishedAt } = image;
  return present({ imageId: id, name, version: imageVersion(image)?.text, publishedAt });
}

/** The image of a pin that stays, as its state knows it. */
export function pinnedState({ id, outputs }: ResourceState): Pinned {
  return present({ ...outputs, imageId: id });
}

function present(values: Members & { readonly imageId: string }): Pinned {
  const entries = members.flatMap((name) => {
    const value = values[name];
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  return { ...Object.fromEntries(entries), imageId: values.imageId };
}

/** The image that inputs mean, once the plugin has added it; `undefined` before. */
export function readPinned(inputs: Members): Pinned | undefined {
  const value = inputs[pinnedInput];
  if (typeof value !== "object" || value === null || !("imageId" in value)) return undefined;
  return typeof value.imageId === "string" ? present({ ...value, imageId: value.imageId }) : undefined;
}

/** The inputs as the program gives them. */
export function ownInputs(inputs: Members): Members {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== pinnedInput));
}
