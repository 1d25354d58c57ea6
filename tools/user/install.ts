import { createHash } from "node:crypto";
import { cp, mkdir, readFile, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Report } from "../engine/report.ts";
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
  const stamp = digest.digest("hex");
  const folder = resolve(home);
  const installed = await readFile(join(folder, "stamp"), "utf8").catch(() => "");
  if (installed === stamp) return join(folder, "node_modules");
  report.status("Installing the packed SDK and plugin as a user's project does");
  const fresh = `${folder}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  await writeFile(join(fresh, "package.json"), JSON.stringify(wanted, null, 2));
  const install = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"];
  await runNpm("npm could not install the packed SDK and plugin", install, { cwd: fresh });
  await writeFile(join(fresh, "stamp"), stamp);
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
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
