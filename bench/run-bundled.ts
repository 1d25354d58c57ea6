import { mkdir } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { build } from "esbuild";
import { buildPlugin } from "../tools/build.ts";
import { runCommand } from "../tools/process/run-command.ts";

/** Builds the plugin, bundles a script, since gRPC's messages are CommonJS, and runs it with the words of this command. */
export async function runBundled(script: string): Promise<void> {
  await buildPlugin();
  await mkdir(".bench", { recursive: true });
  const outfile = `.bench/${basename(dirname(script))}.cjs`;
  await build({
    entryPoints: [script],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    packages: "external",
    logLevel: "warning",
  });
  const { code } = await runCommand(process.execPath, [outfile, ...process.argv.slice(2)], {
    output: "shown",
  });
  process.exitCode = code;
}
