import { brotliCompressSync } from "node:zlib";
import { type BuildOptions, build, type Plugin } from "esbuild";

/**
 * Puts everything behind `compose.ts` into the bundle as compressed text that is compiled by the first call that needs
 * it. Most starts of the plugin end after the handshake, and V8 reads a program twice before it runs a line of it.
 */
export function embedProvider(options: BuildOptions): Plugin {
  return {
    name: "embed-provider",
    setup(outer) {
      outer.onResolve({ filter: /\/compose\.ts$/ }, () => ({ path: "provider", namespace: "embedded" }));
      outer.onLoad({ filter: /.*/, namespace: "embedded" }, async () => {
        const inner = await build({ ...options, entryPoints: ["provider/compose.ts"], write: false });
        const packed = brotliCompressSync(inner.outputFiles?.[0]?.contents ?? "").toString("base64");
        return { contents: unpacking(packed), resolveDir: process.cwd() };
      });
    },
  };
}

function unpacking(packed: string): string {
  return `
    const { brotliDecompressSync } = require("node:zlib");
    const { compileFunction } = require("node:vm");
    const source = brotliDecompressSync(Buffer.from("${packed}", "base64")).toString();
    const run = compileFunction(source, ["module", "exports", "require"], { filename: "pulumi-resource-compshare/provider" });
    run(module, module.exports, require);
  `;
}
