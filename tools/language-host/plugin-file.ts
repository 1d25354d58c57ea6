import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RequiredPackage } from "./required-packages.ts";

/** The contents of the files that fit a pattern in one of the folders. */
export async function pluginFiles(
  folders: readonly string[],
  patterns: readonly string[],
): Promise<string[]> {
  const texts: string[] = [];
  for (const folder of folders) {
    for (const pattern of patterns) {
      for await (const file of glob(pattern, { cwd: folder }))
        texts.push(await readFile(join(folder, file), "utf8"));
    }
  }
  return texts;
}

/** What the `pulumi-plugin.json` of an SDK says; nothing if it names no plugin. */
export function readPluginFile(text: string): RequiredPackage[] {
  const file: { resource?: boolean; name?: string; version?: string; server?: string } = JSON.parse(text);
  if (file.resource !== true || file.name === undefined) return [];
  const version = file.version === undefined ? "" : `v${file.version.replace(/^v/, "")}`;
  return [{ name: file.name, version, server: file.server ?? "" }];
}
