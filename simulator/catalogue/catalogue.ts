import type { ImageRow } from "../state/image-row.ts";
import type { Listings } from "../state/sources.ts";
import { customImages, publishedImages, sharedImages } from "./account-images.ts";
import { comfyImages, servingImages, toolImages } from "./application-images.ts";
import { communityImages } from "./community-images.ts";
import { cudaImages, minicondaImages, pytorchImages, tensorflowImages } from "./framework-images.ts";
import { otherImages } from "./other-images.ts";
import { systemImages } from "./system-images.ts";

/**
 * The platform catalogue of July 2026: 72 images, 9 System, 52 App and 11 Other.
 * Names and IDs that were seen in public are real, the others are invented; the comments in `catalogue/` say which.
 */
export const defaultCatalogue: readonly ImageRow[] = [
  ...systemImages,
  ...pytorchImages,
  ...tensorflowImages,
  ...minicondaImages,
  ...cudaImages,
  ...comfyImages,
  ...servingImages,
  ...toolImages,
  ...otherImages,
];

/** The other listings as the demo account sees them. What it has published stands among everybody's images too. */
export const defaultListings: Omit<Listings, "platform"> = {
  custom: customImages,
  shared: sharedImages,
  published: publishedImages,
  community: [...communityImages, ...publishedImages],
};
