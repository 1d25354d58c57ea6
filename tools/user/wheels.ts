import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Report } from "../engine/report.ts";
import { mustRun } from "../process/run-command.ts";
import { getPython } from "../python.ts";

/** What pip builds a generated SDK with, and what Pulumi's host for Python brings up to date first. */
const builders = ["pip==26.3", "setuptools==84.2.1", "wheel==0.48.0"];

/** Gives a folder with the packages that `tests/languages/` names, from which pip installs without an index; filled once. */
export async function getWheels(report: Report): Promise<string> {
  const python = await getPython(report);
  const requirements = "tests/languages/requirements.txt";
  const wanted = createHash("sha256").update(await readFile(requirements)).update(builders.join()).digest("hex");
  const folder = resolve(".engine/wheels");
  const stampFile = join(folder, "stamp");
  if ((await readFile(stampFile, "utf8").catch(() => "")) === wanted) return folder;
  report.status("Fetching Pulumi's SDK for Python as wheels");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await mustRun("pip could not fetch what the tests need", python, [
    ...["-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--wheel-dir", folder],
    ...["-r", requirements, ...builders],
  ]);
  await writeFile(stampFile, wanted);
  return folder;
}
