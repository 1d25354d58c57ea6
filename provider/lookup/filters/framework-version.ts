import { readVersion } from "../versions.ts";
import { versionRange } from "./kinds.ts";

/** Version of the framework. */
export const frameworkVersion = versionRange(
  ["frameworkVersion"],
  (image) => readVersion(image.frameworkVersion),
  (image) => image.frameworkVersion,
);
