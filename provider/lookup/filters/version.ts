import { imageVersion } from "../versions.ts";
import { versionRange } from "./kinds.ts";

/** Version of the image. */
export const version = versionRange(
  ["versionName", "name", "frameworkVersion"],
  imageVersion,
  (image) => imageVersion(image)?.version,
);
