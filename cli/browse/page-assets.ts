import type { PageAssets } from "./page-html.ts";

/** Script and style of the page. They are made from the files in page/ when the program is built, which replaces this file. */
export function pageAssets(): PageAssets {
  throw new Error("script and style of the page are there once the program is built");
}
