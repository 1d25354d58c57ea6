import { chmod, copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { build } from "esbuild";
import { commandLineName, pluginName } from "../build.ts";
import { mustRun } from "../process/run-command.ts";
import { fileOfNode } from "./get-node.ts";
import { signAdHoc } from "./mach-o-sign.ts";
import { clearCertificate } from "./portable-executable.ts";
import type { Target } from "./targets.ts";

/** What Node.js calls the bundle in itself, and the mark that says whether there is one. */
export const blobName = "NODE_SEA_BLOB";
export const fuse = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";

/**
 * Puts the built plugin and command line into the Node.js of a target: one file that needs nothing else. `work` is a
 * folder for what lies between.
 */
export async function buildExecutable(
  target: Target,
  plugin: string,
  work: string,
  outfile: string,
): Promise<void> {
  await mkdir(work, { recursive: true });
  const node = await fileOfNode(target.node.from, target.node.version, nodePath(target));
  const blob = await prepareBundle(target, plugin, work);
  await copyFile(node, outfile);
  await chmod(outfile, 0o755);
  await inject(outfile, blob, target.os);
  await makeAcceptable(target, outfile);
}

function nodePath({ os, node }: Target): string {
  if (os !== "windows") return "bin/node";
  return "npm" in node.from ? "bin/node.exe" : "node.exe";
}

/** The blob that Node.js looks for in itself. It is made by the version that reads it; nothing compiled is in it, so any machine's will do. */
async function prepareBundle(target: Target, plugin: string, work: string): Promise<string> {
  const main = join(resolve(work), "main.cjs");
  await build({
    entryPoints: ["tools/release/executable-main.ts"],
    outfile: main,
    bundle: true,
    minify: true,
    platform: "node",
    format: "cjs",
    target: "node24",
    logLevel: "warning",
  });
  const output = join(resolve(work), `${target.node.version}.blob`);
  const settings = {
    // The name goes into the executable, so it must not say where this was built.
    main: basename(main),
    output,
    disableExperimentalSEAWarning: true,
    useSnapshot: false,
    useCodeCache: false,
    assets: Object.fromEntries([pluginName, commandLineName].map((name) => [name, resolve(plugin, name)])),
  };
  const settingsFile = join(work, "sea.json");
  await writeFile(settingsFile, JSON.stringify(settings));
  const builder = await fileOfNode(target.builder, target.node.version, "bin/node");
  const args = ["--experimental-sea-config", basename(settingsFile)];
  await mustRun(`Node.js ${target.node.version} could not prepare the bundle`, builder, args, { cwd: work });
  return output;
}

/** Puts the blob where Node.js looks for it, by Node's own tool. */
async function inject(file: string, blob: string, os: Target["os"]): Promise<void> {
  const segment = os === "darwin" ? ["--macho-segment-name", "NODE_SEA"] : [];
  const postject = "node_modules/postject/dist/cli.js";
  const args = [postject, file, blobName, blob, "--sentinel-fuse", fuse, ...segment];
  await mustRun(`postject could not put the bundle into ${file}`, process.execPath, args);
}

/** What was put in breaks the signature that macOS and Windows look at. */
async function makeAcceptable({ os }: Target, file: string): Promise<void> {
  if (os === "darwin") await writeFile(file, signAdHoc(await readFile(file), pluginName));
  if (os === "windows") await writeFile(file, clearCertificate(await readFile(file)));
}
