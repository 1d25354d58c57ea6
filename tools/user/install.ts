import { createHash } from "node:crypto";
import { cp, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Report } from "../engine/report.ts";
import { fillFor } from "../process/fill-once.ts";
import { runNpm } from "../process/npm.ts";
import { type Packages, packPackages } from "./pack.ts";

const home = ".engine/user";

/** Dependencies of a user's project, as the examples name them. */
interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Gives a `node_modules` with our packed SDK and plugin and what the TypeScript examples name beside them, installed by npm once. */
export async function installUserModules(report: Report): Promise<string> {
  const packages = await packPackages(".engine/packages");
  const manifest: Manifest = JSON.parse(
    await readFile("examples/resolve-by-name/typescript/package.json", "utf8"),
  );
  const wanted = userManifest(manifest, packages);
  const digest = createHash("sha256").update(JSON.stringify(wanted));
  for (const tarball of [packages.plugin, packages.sdk]) digest.update(await readFile(tarball));
  const folder = resolve(home);
  await fillFor(
    digest.digest("hex"),
    folder,
    async (half) => {
      await writeFile(join(half, "package.json"), JSON.stringify(wanted, null, 2));
      const install = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"];
      await runNpm("npm could not install the packed SDK and plugin", install, { cwd: half });
    },
    () => report.status("Installing the packed SDK and plugin as a user's project does"),
  );
  return join(folder, "node_modules");
}

function userManifest(manifest: Manifest, packages: Packages): object {
  const ours = {
    "pulumi-compshare": `file:${packages.sdk}`,
    "pulumi-resource-compshare": `file:${packages.plugin}`,
  };
  return {
    private: true,
    dependencies: { ...manifest.dependencies, ...ours },
    devDependencies: manifest.devDependencies,
  };
}

/** Copies an example as it is into a folder and gives it its `node_modules`. */
export async function checkOutExample(example: string, target: string, nodeModules: string): Promise<void> {
  await cp(join("examples", example), target, {
    recursive: true,
    filter: async (source) => !(await isModules(source)),
  });
  await symlink(nodeModules, join(target, "node_modules"), "dir");
}

async function isModules(source: string): Promise<boolean> {
  return source.endsWith("node_modules") && (await stat(source)).isDirectory();
}
