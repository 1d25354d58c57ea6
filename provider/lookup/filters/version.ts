import { imageVersion } from "../versions/image-version.ts";
import { readVersion } from "../versions/read-version.ts";
import { versionRange } from "./kinds.ts";

/** Version of the image. */
export const version = versionRange(
  ["versionName", "name", "frameworkVersion"],
  (image) => imageVersion(image)?.text,
  readVersion,
);
