import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ownTarget } from "../../../tools/release/targets.ts";
import { releaseArchive, releaseFolder } from "../../../tools/release.ts";

/** The version that is released. */
export const { version }: { readonly version: string } = JSON.parse(readFileSync("package.json", "utf8"));

/** The archive of a target, of the release that `npm run check:release` has built. */
export function archiveOf(target: string): string {
  return join(process.cwd(), releaseFolder, releaseArchive(version, target));
}

/** The archive for this machine. */
export const ownArchive: string = archiveOf(ownTarget());

/** Unpacks an archive into a folder that is there. */
export function unpack(archive: string, folder: string): void {
  execFileSync("tar", ["-xzf", archive, "-C", folder]);
}
