import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { ToolFailure } from "./engine/failure.ts";
import type { Report } from "./engine/report.ts";
import { mustRun } from "./process/run-command.ts";

const requirements = "tests/languages/requirements.txt";

/** Gives a Python with the packages that `tests/languages/` names, installed by pip once. */
export async function getPython(report: Report): Promise<string> {
  const wanted = createHash("sha256")
    .update(await readFile(requirements))
    .digest("hex");
  const folder = resolve(".engine/python");
  const python = join(folder, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  const installed = await readFile(join(folder, "stamp"), "utf8").catch(() => "");
  if (installed === wanted) return python;
  report.status("Installing grpcio and Pulumi's SDK for Python");
  await rm(folder, { recursive: true, force: true });
  await mkdir(".engine", { recursive: true });
  await makeEnvironment(folder);
  const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements];
  await mustRun("pip could not install what the tests need", python, install);
  await writeFile(join(folder, "stamp.new"), wanted);
  await rename(join(folder, "stamp.new"), join(folder, "stamp"));
  return python;
}

async function makeEnvironment(folder: string): Promise<void> {
  const name = process.platform === "win32" ? "python" : "python3";
  try {
    await mustRun("Python could not make an environment", name, ["-m", "venv", folder]);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    throw new ToolFailure(`these tests need ${name} with pip on PATH, 3.9 or newer`);
  }
}
