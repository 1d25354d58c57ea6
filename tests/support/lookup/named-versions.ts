import { imageVersion } from "../../../provider/lookup/versions/image-version.ts";

/** The version of an image with this name and no version name. */
export function named(text: string): string | undefined {
  return imageVersion({ name: text, imageType: "App" })?.text;
}

/** The version of an image with this version name, whose name says none. */
export function versionNamed(text: string): string | undefined {
  return imageVersion({ name: "ComfyUI", versionName: text, imageType: "App" })?.text;
}
