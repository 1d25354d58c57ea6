import type { Image } from "../contract/image.ts";

/** Name and version of an image's framework, as far as they are known: `PyTorch 2.9.1`. */
export function frameworkText({
  framework,
  frameworkVersion,
}: Pick<Image, "framework" | "frameworkVersion">): string {
  return [framework, frameworkVersion].filter(Boolean).join(" ");
}
