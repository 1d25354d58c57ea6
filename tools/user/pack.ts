import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pluginFolder, pluginName } from "../build.ts";
import { runNpm } from "../process/npm.ts";
import { mustRun } from "../process/run-command.ts";

/** The npm packages that are published: paths of their tarballs. */
export interface Packages {
  readonly plugin: string;
  readonly sdk: string;
}

/** Packs the built plugin and the compiled Node SDK, as they would be published. */
export async function packPackages(folder: string): Promise<Packages> {
  const target = resolve(folder);
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const compiled = join(target, "sdk");
  await compileSdk(compiled);
  return { plugin: await pack(pluginFolder, target), sdk: await pack(compiled, target) };
}

async function compileSdk(folder: string): Promise<void> {
  const source = "sdk/nodejs";
  const compiler = "node_modules/typescript/bin/tsc";
  const compile = [compiler, "-p", source, "--outDir", folder];
  await mustRun("the generated SDK does not compile", process.execPath, compile);
  // The compiled code asks for ./package.json, so it is published from its own folder.
  const manifest: SdkManifest = JSON.parse(await readFile(join(source, "package.json"), "utf8"));
  await writeFile(join(folder, "package.json"), `${JSON.stringify(publishedManifest(manifest), null, 2)}\n`);
  await cp(join(source, "README.md"), join(folder, "README.md"));
  await cp("LICENSE", join(folder, "LICENSE"));
}

/** What Pulumi's generator says of the SDK for Node. */
interface SdkManifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly scripts?: unknown;
  readonly devDependencies?: unknown;
}

/**
 * The SDK brings the plugin along, so that one `npm install` is enough. The schema does not say so: an SDK that
 * `pulumi package add` generates belongs to a plugin that is there already.
 */
function publishedManifest(manifest: SdkManifest): object {
  const { scripts: _scripts, devDependencies: _devDependencies, ...published } = manifest;
  return {
    ...published,
    main: "index.js",
    types: "index.d.ts",
    dependencies: { ...manifest.dependencies, [pluginName]: manifest.version },
  };
}

async function pack(folder: string, target: string): Promise<string> {
  const args = ["pack", "--silent", "--pack-destination", target];
  const { stdout } = await runNpm(`npm could not pack ${folder}`, args, { cwd: folder });
  return join(target, stdout.trim());
}
