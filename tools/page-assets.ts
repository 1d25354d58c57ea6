import { build, type Plugin } from "esbuild";
import type { PageAssets } from "../cli/browse/page-html.ts";

/** Script and style of the page of `browse`, each as one text. */
export async function pageAssets(): Promise<PageAssets> {
  const [script, style] = await Promise.all([
    built("cli/browse/page/main.ts"),
    built("cli/browse/page/style.css"),
  ]);
  return { script, style };
}

async function built(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    charset: "ascii",
    format: "iife",
    platform: "browser",
    target: ["chrome123", "firefox121", "safari17.5"],
    legalComments: "none",
  });
  const text = outputFiles[0]?.text.trim() ?? "";
  // A page ends its script or style where it reads this, wherever it stands.
  if (/<\/|<!--/.test(text)) throw new Error(`${entry} holds text that would end it within a page`);
  return text;
}

/** Puts script and style into a bundle in place of the file that stands for them. */
export function pageAssetsAsText(): Plugin {
  return {
    name: "page-assets-as-text",
    setup(build) {
      build.onLoad({ filter: /[\\/]cli[\\/]browse[\\/]page-assets\.ts$/ }, async () => ({
        contents: `export const pageAssets = () => (${JSON.stringify(await pageAssets())});`,
        loader: "js",
      }));
    },
  };
}
