import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { constants, zstdCompressSync } from "node:zlib";
import { type BuildOptions, build, type Metafile, type Plugin } from "esbuild";
import type { PackageIdentity } from "../provider/schema/about-package.ts";
import { packageSchema } from "../provider/schema/package-schema.ts";

/**
 * Puts everything behind a dynamic import of a file of ours into the bundle as compressed text that is compiled by the
 * first call that needs it. Most starts of the plugin end after the handshake, and V8 reads a program twice before it
 * runs a line of it. What went into each of these parts is added to `parts`.
 */
export function embedded(
  options: BuildOptions & { readonly metafile: true },
  identity: PackageIdentity,
  parts: Metafile[],
): Plugin {
  return {
    name: "embedded",
    setup(outer) {
      outer.onResolve({ filter: /\.ts$/ }, ({ kind, path, resolveDir }) =>
        kind === "dynamic-import" ? { path: resolve(resolveDir, path), namespace: "embedded" } : undefined,
      );
      outer.onLoad({ filter: /.*/, namespace: "embedded" }, async ({ path }) => {
        const inner = await build({
          ...options,
          stdin: {
            contents: `module.exports = require(${JSON.stringify(path)});`,
            resolveDir: process.cwd(),
          },
          plugins: [...(options.plugins ?? []), schemaAsText(identity)],
          write: false,
        });
        parts.push(inner.metafile);
        const text = wrapped(inner.outputFiles?.[0]?.text ?? "");
        return {
          contents: runningPart(text, path.slice(process.cwd().length + 1)),
          resolveDir: process.cwd(),
        };
      });
    },
  };
}

/** The schema is the same for ever, so it is worked out now, by the code that would do it then. */
function schemaAsText(identity: PackageIdentity): Plugin {
  return {
    name: "schema-as-text",
    setup(inner) {
      inner.onLoad({ filter: /[\\/]schema-text\.ts$/ }, () => ({
        contents: `export const schemaText = () => ${JSON.stringify(JSON.stringify(packageSchema(identity)))};`,
        loader: "js",
      }));
    },
  };
}

/** The text of a part as a function, in ASCII: V8 then takes a byte for a character. esbuild leaves only regular expressions as they are. */
function wrapped(text: string): string {
  const ascii = text.replaceAll(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `(function(module,exports,require){${ascii}\n})`;
}

function runningPart(text: string, name: string): string {
  const packed = zstdCompressSync(text, {
    params: { [constants.ZSTD_c_compressionLevel]: 22 },
  });
  const part = {
    name,
    packed: packed.toString("base64"),
    sum: createHash("sha256").update(text).digest("hex"),
  };
  return `require("./provider/parts/run-part.ts").runPart(${JSON.stringify(part)}, module, require);`;
}
