import { readVersion } from "../versions.ts";
import { versionRange } from "./kinds.ts";

/** Version of CUDA. */
export const cudaVersion = versionRange(
  ["cudaVersion"],
  (image) => readVersion(image.cudaVersion),
  (image) => image.cudaVersion,
);
