import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { ToolFailure } from "../engine/failure.ts";
import { findOnPath } from "../engine/find-on-path.ts";
import type { Report } from "../engine/report.ts";
import { readFolder } from "../generate/folder.ts";
import { mustRun } from "../process/run-command.ts";

const sdk = "sdk/java";

/** Gives the variables with which Maven has our SDK, compiled and installed once into a repository of our own. */
export async function installJavaSdk(report: Report): Promise<Readonly<Record<string, string>>> {
  const maven = await findOnPath("mvn", process.env["PATH"]);
  if (maven === undefined) throw new ToolFailure("these tests need Maven and a JDK, 11 or newer, on PATH");
  const repository = resolve(".engine/maven");
  const env = { MAVEN_OPTS: `-Dmaven.repo.local=${repository}` };
  const digest = createHash("sha256");
  for (const [name, content] of await readFolder(sdk)) digest.update(name).update(content);
  const wanted = digest.digest("hex");
  const stampFile = join(repository, "sdk-stamp");
  if ((await readFile(stampFile, "utf8").catch(() => "")) === wanted) return env;
  report.status("Compiling the Java SDK");
  const scratch = await mkdtemp(join(tmpdir(), "compshare-java-"));
  try {
    await cp(sdk, scratch, { recursive: true });
    const options = { cwd: scratch, env: { ...process.env, ...env } };
    await mustRun("the Java SDK does not compile", maven, ["-q", "-B", "install"], options);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  await writeFile(stampFile, wanted);
  return env;
}
