import type { Image } from "../contract/image.ts";
import { noteOddMembers } from "../ucloud/odd-members.ts";

/** What a state says of the image of a pin. */
export type RememberedFacts = Pick<Image, "id"> &
  Partial<Pick<Image, "name" | "source" | "publishedAt" | "createdAt" | "price">> & {
    /** Version as the plugin reads it. */
    readonly version?: string | undefined;
  };

/**
 * The image of a pin as its state knows it, for what CompShare no longer has. What a state does not keep is unknown and
 * not absent, so that it never decides about a move.
 */
export function rememberedImage({ version, ...facts }: RememberedFacts): Image {
  const image = {
    ...{ name: "", source: "", tags: [], official: false, certified: false },
    ...facts,
    versionName: version,
  };
  const kept = ["createdAt", "price"] as const;
  return noteOddMembers(image, [
    "cudaVersion",
    "sizeMb",
    // An image without any version has none of its framework either.
    ...(version === undefined ? [] : (["frameworkVersion"] as const)),
    ...kept.filter((name) => !Object.hasOwn(facts, name)),
  ]);
}
