import { readSoftwareVersion } from "../versions/read-version.ts";
import { versionRange } from "./kinds.ts";

export const cudaVersion = versionRange(
  () => ["cudaVersion"],
  (image) => image.cudaVersion,
  (text) => readSoftwareVersion("cuda", text),
);
