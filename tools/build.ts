import { chmod, copyFile, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type BuildOptions, build, type Metafile, type Plugin } from "esbuild";
import { packageName } from "../provider/contract/tokens.ts";
import type { PackageIdentity } from "../provider/schema/about-package.ts";
import { bundledNotices, noticesText } from "./bundle/notices.ts";
import { pluginReadme } from "./bundle/plugin-readme.ts";
import { embedded } from "./embed.ts";
import { isStartedAs, runTool } from "./engine/failure.ts";
import { leaveOut } from "./leave-out.ts";
import { pageAssetsAsText } from "./page-assets.ts";
import { hashbang, pluginWrapping, type Wrapping } from "./plugin-wrapping.ts";
import { testingTypes } from "./testing-types.ts";

/** Folder of the built plugin; it is also the npm package that is published. */
export const pluginFolder = "dist";

/** Name of the executable, which Pulumi looks for. */
export const pluginName = `pulumi-resource-${packageName}`;

/** Name of the file with the licences of what others wrote in the plugin. */
export const noticesName = "THIRD_PARTY_NOTICES";

/** Name of the command line, the second executable of the package. */
export const commandLineName = "compshare-images";

/** Of its package.json the plugin takes the version and none of the rest. */
const versionAlone: Plugin = {
  name: "version-alone",
  setup(build) {
    build.onLoad({ filter: /[\\/]package\.json$/ }, async ({ path }) => {
      const { version }: { version: string } = JSON.parse(await readFile(path, "utf8"));
      return { contents: JSON.stringify({ version }), loader: "json" };
    });
  },
};

/** The JavaScript of the executable's own text, which versions of Node.js that are far too old have to parse. */
const outerTarget = "es2018";

const options = {
  bundle: true,
  platform: "node",
  target: "node22.19",
  format: "cjs",
  minify: true,
  legalComments: "none",
  // Node's own build of undici leaves the second, experimental HTTP parser out in this way.
  define: { esbuildDetection: "1" },
  plugins: [leaveOut, versionAlone],
  metafile: true,
} as const satisfies BuildOptions;

/**
 * Bundles plugin and command line into an executable file each and puts their npm package around them. Answers what
 * went in: a metafile of each bundle and one of each part that is embedded in it.
 */
export async function buildPlugin(folder: string = pluginFolder): Promise<readonly Metafile[]> {
  const root: PackageIdentity & { license: string; engines: { node: string } } = JSON.parse(
    await readFile("package.json", "utf8"),
  );
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const wrapping = pluginWrapping(root.engines.node.replace(">=", ""));
  const contents = [
    ...(await buildExecutable("provider/main.ts", join(folder, pluginName), root, wrapping)),
    ...(await buildExecutable("cli/main.ts", join(folder, commandLineName), root, {
      ...wrapping,
      banner: wrapping.banner.replaceAll(pluginName, commandLineName),
    })),
    await buildTesting(folder, root),
  ];
  const manifest = {
    name: pluginName,
    version: root.version,
    description: "Plugin of the CompShare provider for Pulumi",
    license: root.license,
    repository: root.repository,
    // A file without an extension takes its module system from here.
    type: "commonjs",
    engines: root.engines,
    bin: { [pluginName]: pluginName, [commandLineName]: commandLineName },
    exports: {
      "./testing": { types: "./testing.d.ts", default: "./testing.js" },
      "./package.json": "./package.json",
    },
    files: [pluginName, commandLineName, "testing.js", "testing.d.ts", noticesName],
  };
  await writeFile(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await copyFile("LICENSE", join(folder, "LICENSE"));
  const readme = pluginReadme(root, [pluginName, commandLineName], root.engines.node);
  await writeFile(join(folder, "README.md"), readme);
  await writeFile(join(folder, noticesName), noticesText(pluginName, await bundledNotices(contents)));
  return contents;
}

/** One executable file: what it does first as it is, the rest of it embedded. */
async function buildExecutable(
  entry: string,
  outfile: string,
  identity: PackageIdentity,
  { banner, footer }: Wrapping,
): Promise<readonly Metafile[]> {
  const parts: Metafile[] = [];
  const inner = { ...options, plugins: [...options.plugins, pageAssetsAsText(parts)] };
  const { metafile } = await build({
    ...options,
    // All of a file is parsed before a line of it runs, and what cannot be parsed names no version.
    target: outerTarget,
    entryPoints: [entry],
    outfile,
    banner: { js: `${hashbang}${banner}` },
    footer: { js: footer },
    plugins: [...inner.plugins, embedded(inner, identity, parts)],
  });
  await chmod(outfile, 0o755);
  return [metafile, ...parts];
}

/** The mocks for tests of programs, with their types. */
async function buildTesting(folder: string, identity: PackageIdentity): Promise<Metafile> {
  const { metafile } = await build({
    ...options,
    entryPoints: ["mocks/compshare-mocks.ts"],
    outfile: join(folder, "testing.js"),
  });
  await writeFile(join(folder, "testing.d.ts"), testingTypes(identity));
  return metafile;
}

async function main(): Promise<void> {
  await buildPlugin();
  for (const name of [pluginName, commandLineName]) {
    const outfile = join(pluginFolder, name);
    console.log(`built ${outfile}, ${Math.round((await stat(outfile)).size / 1000)} kB`);
  }
}

if (isStartedAs("build.ts")) runTool(main);
