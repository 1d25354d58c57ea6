import { execFile } from "node:child_process";
import { symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { pluginName } from "../../tools/build.ts";
import { fillOnce } from "../../tools/process/fill-once.ts";
import type { Command } from "./provider-process.ts";

const run = promisify(execFile);

/** The plugin before it had a gRPC edge of its own. */
const release = { version: "0.1.0", commit: "63f882b" };

/** Other plugins that are measured beside ours; those that cannot be had are `undefined`. */
export interface Rivals {
  /** Folder and executable of version 0.1.0. */
  readonly release: RivalPlugin | undefined;
  /** A provider made with Pulumi's library for Go, as small as it can be. */
  readonly go: RivalPlugin | undefined;
}

export interface RivalPlugin {
  /** The folder that Pulumi is given. */
  readonly folder: string;
  readonly command: Command;
}

/** Builds the others into ignored folders, once. */
export async function getRivals(): Promise<Rivals> {
  return {
    release: await built(
      `version ${release.version}`,
      `.bench/releases/${release.commit}`,
      buildRelease,
      (folder) => {
        const dist = join(folder, "dist");
        return { folder: dist, command: [process.execPath, join(dist, pluginName)] };
      },
    ),
    go: await built("a provider in Go", ".bench/go-provider", buildGoProvider, (folder) => ({
      folder,
      command: [join(folder, pluginName)],
    })),
  };
}

async function built(
  what: string,
  path: string,
  build: (folder: string) => Promise<void>,
  plugin: (folder: string) => RivalPlugin,
): Promise<RivalPlugin | undefined> {
  const folder = resolve(path);
  try {
    await fillOnce(folder, build);
    return plugin(folder);
  } catch (error) {
    console.log(`${what} cannot be built here, so nothing is compared with it: ${String(error)}`);
    return undefined;
  }
}

/** Builds what the commit holds, with the packages that are installed here. */
async function buildRelease(folder: string): Promise<void> {
  const archive = join(folder, "sources.tar");
  await run("git", ["archive", `--output=${archive}`, release.commit]);
  await run("tar", ["-xf", archive, "-C", folder]);
  await symlink(resolve("node_modules"), join(folder, "node_modules"), "dir");
  await run(process.execPath, ["tools/build.ts"], { cwd: folder });
}

async function buildGoProvider(folder: string): Promise<void> {
  const flags = ["-trimpath", "-buildvcs=false", "-mod=readonly", "-ldflags", "-s -w"];
  await run("go", ["build", ...flags, "-o", join(folder, pluginName), "."], {
    cwd: "bench/speed/go-provider",
  });
}
