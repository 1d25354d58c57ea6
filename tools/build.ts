import { chmod, copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build, type Metafile } from "esbuild";
import { isStartedAs, runTool } from "./engine/failure.ts";
import { leaveOut } from "./leave-out.ts";

/** Folder of the built plugin; it is also the npm package that is published. */
export const pluginFolder = "dist";

/** Name of the executable, which Pulumi looks for. */
export const pluginName = "pulumi-resource-compshare";

/** Bundles the plugin into one executable file and puts its npm package around it. */
export async function buildPlugin(): Promise<Metafile> {
  const root: { version: string; license: string; engines: { node: string } } = JSON.parse(
    await readFile("package.json", "utf8"),
  );
  await rm(pluginFolder, { recursive: true, force: true });
  await mkdir(pluginFolder, { recursive: true });
  const outfile = join(pluginFolder, pluginName);
  const { metafile } = await build({
    entryPoints: ["provider/main.ts"],
    outfile,
    bundle: true,
    platform: "node",
    target: "node22.19",
    format: "cjs",
    minify: true,
    legalComments: "none",
    banner: { js: "#!/usr/bin/env node" },
    metafile: true,
    // Node's own build of undici leaves the second, experimental HTTP parser out in this way.
    define: { esbuildDetection: "1" },
    plugins: [leaveOut],
  });
  await chmod(outfile, 0o755);
  const manifest = {
    name: pluginName,
    version: root.version,
    description: "Plugin of the CompShare provider for Pulumi",
    license: root.license,
    // A file without an extension takes its module system from here.
    type: "commonjs",
    engines: root.engines,
    bin: { [pluginName]: pluginName },
    files: [pluginName, "PulumiPlugin.yaml"],
  };
  await writeFile(join(pluginFolder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await copyFile("LICENSE", join(pluginFolder, "LICENSE"));
  return metafile;
}

async function main(): Promise<void> {
  const metafile = await buildPlugin();
  const bytes = Object.values(metafile.outputs)[0]?.bytes ?? 0;
  console.log(`built ${join(pluginFolder, pluginName)}, ${Math.round(bytes / 1024)} KB`);
}

if (isStartedAs("build.ts")) runTool(main);
