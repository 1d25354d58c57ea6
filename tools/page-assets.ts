import { build, type Metafile, type Plugin } from "esbuild";
import type { PageAssets } from "../cli/browse/page-html.ts";

/** Script and style of the page of `browse`, each as one text. What went into them is added to `parts`. */
export async function pageAssets(parts: Metafile[] = []): Promise<PageAssets> {
  const [script, style] = await Promise.all([
    built("cli/browse/page/main.ts", parts),
    built("cli/browse/page/style.css", parts),
  ]);
  return { script, style };
}

async function built(entry: string, parts: Metafile[]): Promise<string> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    charset: "ascii",
    format: "iife",
    platform: "browser",
    target: ["chrome123", "firefox121", "safari17.5"],
    legalComments: "none",
    metafile: true,
  });
  parts.push(metafile);
  const text = outputFiles[0]?.text.trim() ?? "";
  // A page ends its script or style where it reads this, wherever it stands.
  if (/<\/|<!--/.test(text)) throw new Error(`${entry} holds text that would end it within a page`);
  return text;
}

/** Puts script and style into a bundle in place of the file that stands for them. What went in is added to `parts`. */
export function pageAssetsAsText(parts: Metafile[]): Plugin {
  return {
    name: "page-assets-as-text",
    setup(build) {
      build.onLoad({ filter: /[\\/]cli[\\/]browse[\\/]page-assets\.ts$/ }, async () => ({
        contents: `export const pageAssets = () => (${JSON.stringify(await pageAssets(parts))});`,
        loader: "js",
      }));
    },
  };
}
