import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Artifact } from "../engine/build-once.ts";
import { engineBin } from "../engine/build-once.ts";
import { ToolFailure } from "../engine/failure.ts";
import { hashFiles } from "../engine/stamp.ts";

const folder = "tools/language-host";

/** The languages for which we have a small host; those of Pulumi's own come with its releases. */
export type HostedLanguage = "nodejs" | "python" | "go";

/** The host that runs programs of a language, bundled into one executable file. */
export async function languageHostArtifact(language: HostedLanguage): Promise<Artifact> {
  const root = process.cwd();
  const sources = (await readdir(join(root, folder))).sort().map((file) => join(root, folder, file));
  return {
    name: `pulumi-language-${language}`,
    directory: engineBin(),
    madeFrom: { sources: await hashFiles([...sources, join(root, "package-lock.json")]) },
    build: (target) => bundle(language, target),
  };
}

async function bundle(language: HostedLanguage, target: string): Promise<void> {
  // Loaded only when there is something to build: whoever just asks for the engine does not pay for it.
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: process.cwd(),
    entryPoints: [`${folder}/${language}.ts`],
    define: { RUN_PROGRAM: JSON.stringify(await readFile(`${folder}/run_program.py`, "utf8")) },
    outfile: target,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    banner: { js: "#!/usr/bin/env node" },
    legalComments: "none",
    logLevel: "silent",
  }).catch((error: unknown) => {
    throw new ToolFailure(`esbuild could not bundle the host for ${language}: ${String(error)}`);
  });
  await declareCommonJs();
}

/** A file without an extension takes its module system from the nearest package.json, and the root says "module". */
async function declareCommonJs(): Promise<void> {
  const path = join(engineBin(), "package.json");
  const wanted = `${JSON.stringify({ type: "commonjs" })}\n`;
  const present = await readFile(path, "utf8").catch(() => undefined);
  if (present !== wanted) {
    await writeFile(path, wanted);
  }
}
