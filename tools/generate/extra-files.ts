import { readFile } from "node:fs/promises";
import type { AboutPackage, PackageIdentity } from "../../provider/schema/about-package.ts";
import { goModulePath } from "../../provider/schema/about-package.ts";
import { parseRepository, type Repository } from "../../provider/schema/repository.ts";
import { type Folder, textFiles } from "./folder.ts";
import { mavenProject } from "./maven-project.ts";
import { sdkReadmes } from "./sdk-readmes.ts";

const goModule = "tools/generate/go-module";

/** What an SDK's package needs beside the files that Pulumi's generators write; paths begin at `sdk/`. */
export async function extraFiles(identity: PackageIdentity, about: AboutPackage): Promise<Folder> {
  const repository = parseRepository(identity.repository);
  const licence = await readFile("LICENSE", "utf8");
  return textFiles([
    ...Object.entries(sdkReadmes(identity.version, repository)).map(
      ([language, text]) => [`${language}/README.md`, text] as const,
    ),
    ["nodejs/LICENSE", licence],
    ["python/LICENSE", licence],
    ["go.mod", await goMod(repository)],
    ["go.sum", await readFile(`${goModule}/go.sum`, "utf8")],
    ["java/pom.xml", mavenProject(identity.version, repository)],
    ["java/src/main/resources/com/pulumi/compshare/plugin.json", javaPlugin(about)],
  ]);
}

/** Pulumi's generator writes no go.mod. Ours has the versions of the module in `tools/generate/go-module`. */
async function goMod(repository: Repository): Promise<string> {
  const text = await readFile(`${goModule}/go.mod`, "utf8");
  return text.replace(/^module .*$/m, `module ${goModulePath(repository)}`);
}

/** What Pulumi's host for Java finds in the jar: which plugin the SDK needs, and from where. */
function javaPlugin({ name, version, pluginDownloadURL }: AboutPackage): string {
  return `${JSON.stringify({ resource: true, name, version, server: pluginDownloadURL }, null, 2)}\n`;
}
