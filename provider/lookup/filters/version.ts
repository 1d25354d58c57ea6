import { imageVersion, versionMembers } from "../versions/image-version.ts";
import { readVersion } from "../versions/read-version.ts";
import { versionRange } from "./kinds.ts";

export const version = versionRange(versionMembers, (image) => imageVersion(image)?.text, readVersion);
