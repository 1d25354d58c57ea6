import { createHash } from "node:crypto";
import { jsonEscape, visibleJson } from "../output/visible-json.ts";
import type { PageData } from "./page-data.ts";

/** What the page consists of beside its data: one script and one style sheet. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

/** The page as one file that makes no network requests: its policy lets exactly its own script and style in. */
export function pageHtml(data: PageData, { script, style }: PageAssets): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script)}'`,
    `style-src '${hash(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return [
    "<!doctype html>",
    `<html lang="${data.language === "zh" ? "zh-CN" : "en"}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="color-scheme" content="light dark">',
    "<title>CompShare images</title>",
    `<style>${style}</style>`,
    "</head>",
    "<body>",
    "<noscript>This page needs JavaScript. 此页面需要 JavaScript。</noscript>",
    `<script type="application/json" id="data">${dataText(data)}</script>`,
    `<script>${script}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** JSON that no reader of HTML takes for anything else, and in which nothing invisible turns text round. */
export function dataText(data: PageData): string {
  return visibleJson(JSON.stringify(data)).replaceAll(/[<>&]/g, jsonEscape);
}

function hash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
