import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildPlugin, pluginFolder, pluginName } from "./build.ts";
import { importsByPackage, packageName } from "./bundle/bundled-packages.ts";
import { isStartedAs, runTool } from "./engine/failure.ts";

interface PackageFacts {
  readonly version: string;
  readonly license: string;
}

interface LockedPackage extends PackageFacts {
  readonly integrity: string;
}

/**
 * Builds the plugin and writes beside it a CycloneDX list of what is in it: the packages whose code the bundler kept.
 * `npm sbom` would list what is installed, which is fifteen times as much. Without a date and a serial number, the same
 * sources give the same bytes.
 */
export async function writeSbom(folder: string = pluginFolder): Promise<string> {
  const imports = importsByPackage(await buildPlugin(folder));
  const manifest: PackageFacts = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const lock: { packages: Record<string, LockedPackage> } = JSON.parse(
    await readFile("package-lock.json", "utf8"),
  );
  const executable = await readFile(join(folder, pluginName));
  const plugin = {
    ...component("application", pluginName, manifest),
    hashes: [sha512(createHash("sha512").update(executable).digest())],
  };
  const libraries = new Map(
    [...imports.keys()].filter(Boolean).map((path) => [path, library(path, lock.packages[path])]),
  );
  const sbom = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: plugin },
    components: [...libraries.values()],
    dependencies: [...imports].map(([path, imported]) => ({
      ref: (libraries.get(path) ?? plugin)["bom-ref"],
      dependsOn: [...imported].toSorted().map((each) => libraries.get(each)?.["bom-ref"]),
    })),
  };
  const target = join(folder, "sbom.json");
  await writeFile(target, `${JSON.stringify(sbom, null, 2)}\n`);
  return target;
}

function library(folder: string, locked: LockedPackage | undefined) {
  if (locked === undefined) throw new Error(`${folder} is in the bundle, but not in package-lock.json`);
  const integrity = Buffer.from(locked.integrity.replace(/^sha512-/, ""), "base64");
  return { ...component("library", packageName(folder), locked), hashes: [sha512(integrity)] };
}

function component(type: "application" | "library", name: string, { version, license }: PackageFacts) {
  return {
    type,
    "bom-ref": `${name}@${version}`,
    name,
    version,
    licenses: [{ expression: license }],
    purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
  };
}

function sha512(digest: Buffer) {
  return { alg: "SHA-512", content: digest.toString("hex") };
}

async function main(): Promise<void> {
  console.log(`wrote ${await writeSbom()}`);
}

if (isStartedAs("sbom.ts")) runTool(main);
