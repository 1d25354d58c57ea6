import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { pages, read } from "../../support/docs/documents.ts";

/** What people copy from: the pages, and all that is in the examples. */
const copied: readonly string[] = [
  ...pages,
  ...readdirSync("examples", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".catalog.json"))
    .map(({ parentPath, name }) => join(parentPath, name).replaceAll("\\", "/"))
    .filter((path) => !/(^|\/)(node_modules|bin|obj)\//.test(path))
    .sort(),
];

/** A launcher that installs what it does not find, asked for the command by its name alone. */
const installing =
  /\b(?:npx|bunx|(?:npm|pnpm|yarn|bun) (?:exec|dlx|x))\b["', ]+(?:-(?!-package\b|p\b)\S*["', ]+)*compshare-images\b/g;

function launched(text: string): string[] {
  return [...text.matchAll(installing)].map(([found]) => found);
}

test.each([
  "npx compshare-images browse",
  "npx --yes compshare-images browse",
  'exec.Command("npx", "compshare-images", "find")',
  "('npx', 'compshare-images')",
  "npm exec -- compshare-images browse",
  "pnpm dlx compshare-images browse",
])("%j would install a package of that name", (text) => {
  expect(launched(text)).toHaveLength(1);
});

test.each([
  "npx --package pulumi-resource-compshare compshare-images browse",
  "npm install && compshare-images browse",
  "node_modules/.bin/compshare-images browse",
])("%j runs what the plugin's package brings", (text) => {
  expect(launched(text)).toEqual([]);
});

// Nobody has published `compshare-images`, so anybody may; CI says yes to npx, next to the keys.
test.each(copied)("%s asks no registry for a package that is called as the command", (path) => {
  // A page may name the form to warn of it: in prose, not in a block to copy.
  const text = path.endsWith(".md") ? read(path).replace(/`npx compshare-images`/g, "") : read(path);
  expect(launched(text)).toEqual([]);
});
