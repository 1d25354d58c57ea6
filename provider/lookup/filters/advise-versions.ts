import type { Image } from "../../contract/image.ts";
import type { Advice } from "../../errors/no-match.ts";
import { closestVersions } from "../versions/closest-versions.ts";
import type { Version } from "../versions/version.ts";
import { adviseClosest, ownValues } from "./advise-values.ts";
import type { Miss } from "./filter.ts";

/** Versions that are close as numbers to the wanted range, as a range that finds them. */
export function adviseVersions(
  read: (image: Image) => string | undefined,
  versionOf: (text: string) => Version | undefined,
): (miss: Miss) => readonly Advice[] {
  return (miss) =>
    adviseClosest(miss, ownValues(miss, read), (known) =>
      closestVersions(String(miss.wanted), known, versionOf),
    );
}
