import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Artifact } from "../engine/build-once.ts";
import { engineBin } from "../engine/build-once.ts";
import { ToolFailure } from "../engine/failure.ts";
import { hashFiles } from "../engine/stamp.ts";

const SOURCES = ["build.ts", "main.ts", "run-program.ts", "required-packages.ts"];

/** The host that runs Node programs, bundled into one executable file. */
export async function languageHostArtifact(): Promise<Artifact> {
  const sources = SOURCES.map((file) => join(process.cwd(), "tools/language-host", file));
  return {
    name: "pulumi-language-nodejs",
    directory: engineBin(),
    madeFrom: { sources: await hashFiles([...sources, join(process.cwd(), "package-lock.json")]) },
    build: bundle,
  };
}

async function bundle(target: string): Promise<void> {
  // Loaded only when there is something to build: whoever just asks for the engine does not pay for it.
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: process.cwd(),
    entryPoints: ["tools/language-host/main.ts"],
    outfile: target,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    banner: { js: "#!/usr/bin/env node" },
    legalComments: "none",
    logLevel: "silent",
  }).catch((error: unknown) => {
    throw new ToolFailure(`esbuild could not bundle the Node language host: ${String(error)}`);
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
