import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { build } from "esbuild";
import { buildPlugin } from "./build.ts";
import { isStartedAs, runTool } from "./engine/failure.ts";

/** Bundles the bench, whose gRPC messages are CommonJS, and runs it on the plugin as it is built. */
async function main(): Promise<void> {
  await buildPlugin();
  await mkdir(".bench", { recursive: true });
  const outfile = ".bench/bench.cjs";
  await build({
    entryPoints: ["tools/bench/main.ts"],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    packages: "external",
    logLevel: "warning",
  });
  const child = spawn(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: "inherit" });
  await new Promise<void>((resolve) => {
    child.on("exit", (code) => {
      process.exitCode = code ?? 1;
      resolve();
    });
  });
}

if (isStartedAs("bench.ts")) runTool(main);
