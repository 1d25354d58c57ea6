import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DownloadError, download } from "./download.ts";
import { ToolFailure } from "./failure.ts";
import { archiveName, readReleasePins, releaseAddresses } from "./release-archive.ts";
import type { Report } from "./report.ts";
import { readPinnedVersions } from "./versions.ts";

const platforms = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64", "windows-x64", "windows-arm64"];

/** Writes the SHA-256 sums that Pulumi publishes beside the pinned release into tools/engine/releases.json. */
export async function pinRelease(report: Report, env: NodeJS.ProcessEnv): Promise<void> {
  const { pulumi: version } = readPinnedVersions();
  const sums = sumsOf(await publishedSums(version, env));
  const found = platforms.flatMap((platform) => {
    const sum = sums.get(archiveName(version, platform));
    return sum === undefined ? [] : [[platform, sum] as const];
  });
  if (found.length === 0) throw new ToolFailure(`the published sums name no archive of Pulumi ${version}`);
  const { note } = await readReleasePins();
  const text = JSON.stringify({ note, version, sha256: Object.fromEntries(found) }, null, 2);
  await writeFile("tools/engine/releases.json", `${text}\n`);
  report.line(`Pinned Pulumi ${version} for ${found.map(([platform]) => platform).join(", ")}.`);
  report.line("Compare tools/engine/releases.json with the release's signature before you commit it.");
}

/** Lines of a sum, blanks and a file name. */
function sumsOf(text: string): ReadonlyMap<string, string> {
  const lines = [...text.matchAll(/^([0-9a-f]{64})\s+\*?(\S+)$/gm)];
  return new Map(lines.map(([, sum = "", file = ""]) => [file, sum]));
}

async function publishedSums(version: string, env: NodeJS.ProcessEnv): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "compshare-sums-"));
  const failures: string[] = [];
  try {
    const file = `pulumi-${version.slice(1)}-checksums.txt`;
    for (const address of releaseAddresses(version, file, env["COMPSHARE_ENGINE_MIRROR"])) {
      try {
        await download(address, join(folder, file), () => undefined);
        return await readFile(join(folder, file), "utf8");
      } catch (error) {
        if (!(error instanceof DownloadError)) throw error;
        failures.push(error.message);
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  throw new ToolFailure(`the sums of Pulumi ${version} could not be read (${failures.join("; ")})`);
}
