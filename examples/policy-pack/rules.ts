/** What the rules look at: outputs of an ImagePin. */
export interface PinnedImage {
  readonly imageId?: string;
  readonly official?: boolean;
  readonly status?: string | null;
  readonly price?: number | null;
}

/** What is wrong with a pinned image, in words for the person who pinned it. */
export function violations({ imageId, official, status, price }: PinnedImage): string[] {
  return [
    ...(official === true ? [] : [`${imageId} is not published by CompShare; pin an official image`]),
    ...(status === "Available"
      ? []
      : [`${imageId} has the status ${status ?? "unknown"}; pin an available image`]),
    ...(price ? [`${imageId} costs ${price} yuan per hour on top of the instance; pin a free image`] : []),
  ];
}
