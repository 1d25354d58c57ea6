import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "../process/run-command.ts";
import { DownloadError, download } from "./download.ts";
import { ToolFailure } from "./failure.ts";
import { executableName, isExecutable } from "./find-on-path.ts";
import { withLock } from "./lock.ts";
import { archiveName, readReleasePins, releaseAddresses, releasePlatform } from "./release-archive.ts";
import { type Report, withTicking } from "./report.ts";
import { type StampParts, stampMatches, stampText } from "./stamp.ts";

interface Release {
  readonly version: string;
  readonly sha256: string;
  /** Where the archive is unpacked to. */
  readonly folder: string;
}

/**
 * Gives the path of the CLI in Pulumi's own release, which brings its language hosts: downloaded once into `.engine/`
 * and checked against the pinned sum. Undefined where none is pinned for this machine, or where it cannot be had.
 */
export async function getRelease(
  version: string,
  report: Report,
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const sha256 = await pinnedSum(version);
  if (sha256 === undefined) return undefined;
  const release: Release = { version, sha256, folder: join(process.cwd(), ".engine", "release") };
  const installed = await installedCli(release);
  if (installed !== undefined) return installed;
  await mkdir(join(process.cwd(), ".engine"), { recursive: true });
  return await withLock(`${release.folder}.lock`, `Pulumi ${version}`, report, async () => {
    // Whoever held the lock before us may have got just this.
    return (await installedCli(release)) ?? (await install(release, report, env));
  });
}

/** Why the release is not downloaded at all, in a sentence; undefined if it may be. */
export async function whyNotDownloaded(version: string): Promise<string | undefined> {
  if ((await pinnedSum(version)) !== undefined) return undefined;
  return `Pulumi ${version} is not downloaded: tools/engine/releases.json has no SHA-256 for ${releasePlatform()} yet.`;
}

async function pinnedSum(version: string): Promise<string | undefined> {
  const pins = await readReleasePins();
  return pins.version === version ? pins.sha256[releasePlatform()] : undefined;
}

function madeFrom({ version, sha256 }: Release): StampParts {
  return { version, sha256 };
}

async function installedCli(release: Release): Promise<string | undefined> {
  if (!(await stampMatches(`${release.folder}.stamp`, madeFrom(release)))) return undefined;
  // Archives for Windows have one folder more.
  const names = [["pulumi"], ["pulumi", "bin"]].map((path) =>
    join(release.folder, ...path, executableName("pulumi")),
  );
  for (const name of names) if (await isExecutable(name)) return name;
  return undefined;
}

async function install(
  release: Release,
  report: Report,
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const [archive, unpacked] = [`${release.folder}.part`, `${release.folder}.new`];
  const clear = (): Promise<unknown> =>
    Promise.all([archive, unpacked].map((path) => rm(path, { recursive: true, force: true })));
  await clear();
  try {
    const failures = await downloadFromAny(release, archive, report, env);
    if (failures !== undefined) {
      report.line(`Pulumi ${release.version} could not be downloaded (${failures}).`);
      return undefined;
    }
    await mkdir(unpacked);
    await unpack(release, archive, unpacked);
    await rm(`${release.folder}.stamp`, { force: true });
    await rm(release.folder, { recursive: true, force: true });
    await rename(unpacked, release.folder);
    await writeFile(`${release.folder}.stamp`, stampText(madeFrom(release)));
  } finally {
    await clear();
  }
  const cli = await installedCli(release);
  if (cli === undefined) throw new ToolFailure(`the archive of Pulumi ${release.version} holds no pulumi`);
  report.line(`Downloaded Pulumi ${release.version}.`);
  return cli;
}

/** Downloads from the first address that works; gives what went wrong at each when none does. */
async function downloadFromAny(
  { version, sha256 }: Release,
  archive: string,
  report: Report,
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const file = archiveName(version, releasePlatform());
  const failures: string[] = [];
  for (const address of releaseAddresses(version, file, env["COMPSHARE_ENGINE_MIRROR"])) {
    try {
      const found = await downloadTelling(address, archive, `Downloading Pulumi ${version}`, report);
      if (found === sha256) return undefined;
      throw new ToolFailure(
        `${address} has the SHA-256 ${found}, and tools/engine/releases.json wants ${sha256}; it was not installed.`,
      );
    } catch (error) {
      if (!(error instanceof DownloadError)) throw error;
      failures.push(error.message);
    }
  }
  return failures.join("; ");
}

function downloadTelling(address: string, archive: string, what: string, report: Report): Promise<string> {
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);
  let so = "";
  return withTicking(
    report,
    (elapsed) => `${what} from ${new URL(address).host}: ${elapsed}${so}`,
    () =>
      download(address, archive, (received, total) => {
        so = `, ${megabytes(received)}${total === undefined ? "" : ` of ${megabytes(total)}`} MB`;
      }),
  );
}

async function unpack({ version }: Release, archive: string, folder: string): Promise<void> {
  const tar = await runCommand("tar", ["-xf", archive, "-C", folder]).catch(() => undefined);
  if (tar?.code !== 0)
    throw new ToolFailure(
      `tar could not unpack Pulumi ${version}: ${tar?.stderr.trim() ?? "it is not on PATH"}`,
    );
}
