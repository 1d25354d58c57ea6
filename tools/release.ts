import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { commandLineName, noticesName, pluginFolder, pluginName } from "./build.ts";
import { isStartedAs, runTool, ToolFailure } from "./engine/failure.ts";
import { packFolder, sha256 } from "./release/archive.ts";
import { buildExecutable } from "./release/build-executable.ts";
import { fileOfNode } from "./release/get-node.ts";
import { launcher } from "./release/launcher.ts";
import { withNode } from "./release/sbom-with-node.ts";
import { readTargets, type Target } from "./release/targets.ts";
import { writeSbom } from "./sbom.ts";

/** Where a release is built, unless told otherwise. */
export const releaseFolder = ".engine/release";

/** The file with the SHA-256 sums of all others. */
export const sumsName = "SHA256SUMS";

/** The archive of a target, or of those who have Node.js, under the name that Pulumi asks for. */
export function releaseArchive(version: string, target: string): string {
  return `${pluginName}-v${version}-${target}.tar.gz`;
}

/**
 * Builds everything that a release consists of into a folder: an archive for each target, one for those who have Node.js,
 * the schema, the list of packages, and the sums.
 */
export async function buildRelease(
  targets: readonly Target[],
  folder: string,
  tell: (line: string) => void,
): Promise<void> {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new ToolFailure(
      `a release is built on Linux x64, and this is ${process.platform} ${process.arch}: the archives come out the same for all, made by one Node.js`,
    );
  const { version }: { version: string } = JSON.parse(await readFile("package.json", "utf8"));
  const work = `${resolve(folder)}.work`;
  await rm(folder, { recursive: true, force: true });
  await rm(work, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await mkdir(work, { recursive: true });
  try {
    const sbom: object = JSON.parse(await readFile(await writeSbom(), "utf8"));
    const nodes = targets.map(({ node }) => node.version);
    await writeFile(join(folder, "sbom.json"), `${JSON.stringify(withNode(sbom, nodes), null, 2)}\n`);
    await copyFile("sdk/schema.json", join(folder, "schema.json"));
    await packNodeArchive(join(work, "node"), join(folder, releaseArchive(version, "node")));
    for (const target of targets) {
      tell(`release: ${target.name}, Node.js ${target.node.version}`);
      const content = join(work, target.name);
      await fillFolder(target, content, work);
      await packFolder(content, join(folder, releaseArchive(version, target.name)));
      await rm(content, { recursive: true });
    }
    await writeSums(folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const texts = ["LICENSE", noticesName];

async function packNodeArchive(content: string, target: string): Promise<void> {
  await mkdir(content);
  const { files }: { files: readonly string[] } = JSON.parse(
    await readFile(join(pluginFolder, "package.json"), "utf8"),
  );
  for (const file of new Set([...files, ...texts, "README.md", "package.json"]))
    await copyFile(join(pluginFolder, file), join(content, file));
  await packFolder(content, target);
}

async function fillFolder(target: Target, content: string, work: string): Promise<void> {
  const windows = target.os === "windows";
  await mkdir(content);
  for (const file of texts) await copyFile(join(pluginFolder, file), join(content, file));
  await copyFile("README.md", join(content, "README.md"));
  // The licences of all that is in Node.js are the same on every machine; not every package brings them.
  const license = await fileOfNode(target.builder, target.node.version, "LICENSE");
  await copyFile(license, join(content, "LICENSE.node"));
  const executable = join(content, windows ? `${pluginName}.exe` : pluginName);
  await buildExecutable(target, pluginFolder, join(work, "blobs"), executable);
  const { suffix, text } = launcher(target.os);
  await writeFile(join(content, `${commandLineName}${suffix}`), text, { mode: 0o755 });
}

async function writeSums(folder: string): Promise<void> {
  const files = (await readdir(folder)).toSorted();
  const lines: string[] = [];
  for (const file of files) lines.push(`${await sha256(join(folder, file))}  ${file}\n`);
  await writeFile(join(folder, `${sumsName}.new`), lines.join(""));
  await rename(join(folder, `${sumsName}.new`), join(folder, sumsName));
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: "string" }, out: { type: "string" } } });
  const folder = values.out ?? releaseFolder;
  await buildRelease(await readTargets(values.only), folder, (line) => console.error(line));
  console.log(await readFile(join(folder, sumsName), "utf8"));
  console.log(`wrote ${folder}`);
}

if (isStartedAs("release.ts")) runTool(main);
