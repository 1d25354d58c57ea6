import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Report } from "../engine/report.ts";
import { fillFor } from "../process/fill-once.ts";
import { runNpm } from "../process/npm.ts";

/** Gives a cache from which npm installs a project without a registry, with local packages beside it; filled once. */
export async function fillNpmCache(
  project: string,
  localPackages: readonly string[],
  report: Report,
): Promise<string> {
  const manifests = [project, ...localPackages];
  const wanted = createHash("sha256").update(JSON.stringify(manifests)).digest("hex");
  const cache = resolve(".engine/npm-cache");
  await fillFor(
    wanted,
    cache,
    async (half) => {
      for (const manifest of manifests) await fetchFor(manifest, half);
    },
    () => report.status("Fetching what a TypeScript project with a generated SDK installs"),
  );
  return cache;
}

async function fetchFor(manifest: string, cache: string): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), "compshare-npm-"));
  try {
    await writeFile(join(scratch, "package.json"), manifest);
    const install = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--cache", cache];
    await runNpm("npm could not fetch what the tests need", install, { cwd: scratch });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
