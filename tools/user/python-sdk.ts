import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Report } from "../engine/report.ts";
import { readFolder } from "../generate/folder.ts";
import { mustRun } from "../process/run-command.ts";
import { getPython } from "../python.ts";

const sdk = "sdk/python";

/** Gives a folder that can be the virtual environment of a Python program, with our SDK as a wheel; installed by pip once. */
export async function installPythonSdk(report: Report): Promise<string> {
  const python = await getPython(report);
  const environment = dirname(dirname(python));
  const stampFile = join(environment, "sdk-stamp");
  const digest = createHash("sha256");
  for (const [name, content] of await readFolder(sdk)) digest.update(name).update(content);
  const wanted = digest.digest("hex");
  const installed = await readFile(stampFile, "utf8").catch(() => "");
  if (installed === wanted) return environment;
  report.status("Installing the wheel of the Python SDK");
  const scratch = await mkdtemp(join(tmpdir(), "compshare-wheel-"));
  try {
    const wheel = await buildWheel(python, scratch);
    const options = ["--quiet", "--disable-pip-version-check", "--force-reinstall", "--no-deps"];
    await mustRun("pip could not install the Python SDK", python, [
      "-m",
      "pip",
      "install",
      ...options,
      wheel,
    ]);
    // What the wheel asks for has to be among the pinned packages, or users would get something else than the tests.
    await mustRun("packages that the Python SDK needs are not pinned", python, ["-m", "pip", "check"]);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  await writeFile(stampFile, wanted);
  return environment;
}

/** Builds the wheel of a copy, because setuptools writes beside what it packs. */
async function buildWheel(python: string, scratch: string): Promise<string> {
  const [source, wheels] = [join(scratch, "source"), join(scratch, "wheels")];
  await cp(sdk, source, { recursive: true });
  const options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--wheel-dir", wheels];
  await mustRun("the Python SDK could not be packed", python, ["-m", "pip", "wheel", ...options, source]);
  const [wheel] = await readdir(wheels);
  return join(wheels, wheel ?? "");
}
