import { readVersion } from "../versions.ts";
import { versionRange } from "./kinds.ts";

/** Version of Python. */
export const pythonVersion = versionRange(
  ["pythonVersion"],
  (image) => readVersion(image.pythonVersion),
  (image) => image.pythonVersion,
);
