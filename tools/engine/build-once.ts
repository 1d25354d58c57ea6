import { chmod, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { executableName, isExecutable } from "./find-on-path.ts";
import { withLock } from "./lock.ts";
import type { Report } from "./report.ts";
import type { StampParts } from "./stamp.ts";
import { stampMatches, stampText } from "./stamp.ts";

/** An executable that is built on demand and kept until what it is made from changes. */
export interface Artifact {
  readonly name: string;
  readonly directory: string;
  readonly madeFrom: StampParts;
  /** Writes the executable to the given path. */
  build(target: string): Promise<void>;
}

/** The folder that everything built by the tools goes into. */
export function engineBin(root: string = process.cwd()): string {
  return join(root, ".engine", "bin");
}

/** Gives the path of the artifact, built now if what lies there is missing or stale. */
export async function buildOnce(artifact: Artifact, report: Report): Promise<string> {
  const path = join(artifact.directory, executableName(artifact.name));
  if (await isFresh(artifact, path)) {
    return path;
  }
  await mkdir(artifact.directory, { recursive: true });
  const lockFile = join(artifact.directory, `.${artifact.name}.lock`);
  await withLock(lockFile, artifact.name, report, async () => {
    // Whoever held the lock before us may have built just this.
    if (!(await isFresh(artifact, path))) {
      await build(artifact, path);
    }
  });
  return path;
}

/** Whether the artifact is there, made from what it would be made from now. */
export function isBuilt(artifact: Artifact): Promise<boolean> {
  return isFresh(artifact, join(artifact.directory, executableName(artifact.name)));
}

async function isFresh(artifact: Artifact, path: string): Promise<boolean> {
  return (await stampMatches(stampFile(artifact), artifact.madeFrom)) && (await isExecutable(path));
}

/** Builds beside the target and renames, so that a killed build leaves the old executable or none, never half of one. */
async function build(artifact: Artifact, path: string): Promise<void> {
  const prefix = `.${artifact.name}.building-`;
  for (const leftover of await readdir(artifact.directory)) {
    if (leftover.startsWith(prefix)) {
      await rm(join(artifact.directory, leftover), { force: true });
    }
  }
  const target = join(artifact.directory, `${prefix}${process.pid}`);
  try {
    await artifact.build(target);
    await chmod(target, 0o755);
    // The stamp goes first and comes back last: it never vouches for a file it was not made for.
    await rm(stampFile(artifact), { force: true });
    await rename(target, path);
    await writeFile(`${target}.stamp`, stampText(artifact.madeFrom));
    await rename(`${target}.stamp`, stampFile(artifact));
  } finally {
    await rm(target, { force: true });
  }
}

function stampFile(artifact: Artifact): string {
  return join(artifact.directory, `${artifact.name}.stamp`);
}
