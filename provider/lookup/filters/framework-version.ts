import { readVersion } from "../versions/read-version.ts";
import { versionRange } from "./kinds.ts";

export const frameworkVersion = versionRange(
  () => ["frameworkVersion"],
  (image) => image.frameworkVersion,
  readVersion,
);
