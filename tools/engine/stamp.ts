import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

/** What a built file was made from: any difference means that it has to be built again. */
export type StampParts = Readonly<Record<string, string>>;

/** The text of a stamp file; the same parts in any order give the same text. */
export function stampText(parts: StampParts): string {
  const all = { ...parts, platform: `${process.platform}-${process.arch}` };
  const entries = Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

/** Whether the stamp file says that the built file was made from exactly these parts. */
export async function stampMatches(stampFile: string, parts: StampParts): Promise<boolean> {
  try {
    return (await readFile(stampFile, "utf8")) === stampText(parts);
  } catch {
    return false;
  }
}

/** One hash over the contents of several files, in the order given. */
export async function hashFiles(paths: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const path of paths) {
    const content = await readFile(path);
    hash.update(`${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}
