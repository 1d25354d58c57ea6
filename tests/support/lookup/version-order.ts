import { compareVersions } from "../../../provider/lookup/versions/compare-versions.ts";
import { readVersion } from "../../../provider/lookup/versions/read-version.ts";
import type { Version } from "../../../provider/lookup/versions/version.ts";

/** The version that a text is; the test fails where it is none. */
export function versionOf(text: string): Version {
  const version = readVersion(text);
  if (version === undefined) throw new Error(`no version in ${text}`);
  return version;
}

/** -1 where the first text is the older version, 1 where it is the newer, 0 where they are equal. */
export function order(one: string, other: string): number {
  return Math.sign(compareVersions(versionOf(one), versionOf(other)));
}
