import { createHash } from "node:crypto";
import { readdir, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Report } from "../engine/report.ts";
import { fillFor } from "../process/fill-once.ts";
import { mustRun } from "../process/run-command.ts";
import { getPython } from "../python.ts";

/** What pip builds a generated SDK with, and what Pulumi's host for Python brings up to date first. */
const builders = ["pip==26.3", "setuptools==84.2.1", "wheel==0.48.0"];

/** Gives a folder from which pip installs what an SDK of ours needs without an index; filled once. */
export async function getWheels(sdk: string, report: Report): Promise<string> {
  const python = await getPython(report);
  const requirements = "tests/languages/requirements.txt";
  const digest = createHash("sha256").update(builders.join());
  for (const file of [requirements, join(sdk, "pyproject.toml")]) digest.update(await readFile(file));
  const wanted = digest.digest("hex");
  const folder = resolve(".engine/wheels");
  await fillFor(
    wanted,
    folder,
    async (half) => {
      const pipWheel = ["-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--wheel-dir", half];
      const wheels = [...pipWheel, "-r", requirements, ...builders, sdk];
      await mustRun("pip could not fetch what the tests need", python, wheels);
      // The SDK itself has to come from where it was generated.
      for (const file of await readdir(half))
        if (file.startsWith("pulumi_compshare-")) await rm(join(half, file));
    },
    () => report.status("Fetching what a generated SDK for Python needs, as wheels"),
  );
  return folder;
}
