import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";

const pinFile = "tools/engine/releases.json";

const pins = z.object({
  note: z.string(),
  version: z.string(),
  sha256: z.record(z.string(), z.string().check(z.regex(/^[0-9a-f]{64}$/))),
});

/** SHA-256 of Pulumi's release archives of one version, by platform. */
export type ReleasePins = z.infer<typeof pins>;

export async function readReleasePins(root: string = process.cwd()): Promise<ReleasePins> {
  return z.parse(pins, JSON.parse(await readFile(join(root, pinFile), "utf8")));
}

/** This machine in Pulumi's words: linux-x64, darwin-arm64, windows-x64. */
export function releasePlatform(platform: string = process.platform, arch: string = process.arch): string {
  return `${platform === "win32" ? "windows" : platform}-${arch}`;
}

/** The name of a release archive, such as pulumi-v3.274.1-linux-x64.tar.gz. */
export function archiveName(version: string, platform: string): string {
  return `pulumi-${version}-${platform}.${platform.startsWith("windows-") ? "zip" : "tar.gz"}`;
}

/** Where a file of a release lies: at a mirror of the user's, else at Pulumi's two public addresses. */
export function releaseAddresses(
  version: string,
  file: string,
  mirror: string | undefined,
): readonly string[] {
  if (mirror !== undefined && mirror !== "") return [`${mirror.replace(/\/$/, "")}/${file}`];
  return [
    `https://github.com/pulumi/pulumi/releases/download/${version}/${file}`,
    `https://get.pulumi.com/releases/sdk/${file}`,
  ];
}
