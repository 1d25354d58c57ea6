import { resolve } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { type BuildOptions, build, type Metafile, type Plugin } from "esbuild";
import { packageSchema } from "../provider/schema/package-schema.ts";

/**
 * Puts everything behind a dynamic import into the bundle as compressed text that is compiled by the first call that
 * needs it. Most starts of the plugin end after the handshake, and V8 reads a program twice before it runs a line of it.
 * What went into each of these parts is added to `parts`.
 */
export function embedded(
  options: BuildOptions & { readonly metafile: true },
  version: string,
  parts: Metafile[],
): Plugin {
  const plugin: Plugin = {
    name: "embedded",
    setup(outer) {
      outer.onResolve({ filter: /\.ts$|^undici$/ }, ({ kind, path, resolveDir }) =>
        kind === "dynamic-import"
          ? { path: path === "undici" ? path : resolve(resolveDir, path), namespace: "embedded" }
          : undefined,
      );
      outer.onLoad({ filter: /.*/, namespace: "embedded" }, async ({ path }) => {
        const contents = `module.exports = require(${JSON.stringify(path)});`;
        const inner = await build({
          ...options,
          stdin: { contents, resolveDir: process.cwd() },
          plugins: [...(options.plugins ?? []), schemaAsText(version), plugin],
          write: false,
        });
        parts.push(inner.metafile);
        const packed = brotliCompressSync(inner.outputFiles?.[0]?.contents ?? "").toString("base64");
        return {
          contents: unpacking(packed, path === "undici" ? path : path.slice(process.cwd().length + 1)),
          resolveDir: process.cwd(),
        };
      });
    },
  };
  return plugin;
}

/** The schema is the same for ever, so it is worked out now, by the code that would do it then. */
function schemaAsText(version: string): Plugin {
  return {
    name: "schema-as-text",
    setup(inner) {
      inner.onLoad({ filter: /[\\/]schema-text\.ts$/ }, () => ({
        contents: `export const schemaText = () => ${JSON.stringify(JSON.stringify(packageSchema(version)))};`,
        loader: "js",
      }));
    },
  };
}

function unpacking(packed: string, name: string): string {
  return `
    const { brotliDecompressSync } = require("node:zlib");
    const { compileFunction } = require("node:vm");
    const source = brotliDecompressSync(Buffer.from("${packed}", "base64")).toString();
    const run = compileFunction(source, ["module", "exports", "require"], { filename: "pulumi-resource-compshare/${name}" });
    run(module, module.exports, require);
  `;
}
