import { readSoftwareVersion } from "../versions/read-version.ts";
import { versionRange } from "./kinds.ts";

export const pythonVersion = versionRange(
  () => ["pythonVersion"],
  (image) => image.pythonVersion,
  (text) => readSoftwareVersion("python", text),
);
