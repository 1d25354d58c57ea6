import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";

/** Files by their path with slashes; not as text, because a logo is among them. */
export type Folder = ReadonlyMap<string, Buffer>;

/** Files that hold text. */
export function textFiles(texts: Iterable<readonly [string, string]>): Folder {
  return new Map([...texts].map(([name, text]) => [name, Buffer.from(text)]));
}

/** Reads all files of a folder; none if it does not exist. */
export async function readFolder(root: string): Promise<Folder> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(
    files.map(async (file) => [relative(root, file).replaceAll("\\", "/"), await readFile(file)] as const),
  );
  return new Map(contents.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Makes a folder hold exactly these files. */
export async function writeFolder(root: string, files: Folder): Promise<void> {
  await rm(root, { recursive: true, force: true });
  for (const [name, content] of files) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), content);
  }
}

/** Names of the files that two folders do not have alike. */
export function differences(one: Folder, other: Folder): string[] {
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter((name) => !sameContent(one.get(name), other.get(name))).sort();
}

function sameContent(one: Buffer | undefined, other: Buffer | undefined): boolean {
  return one !== undefined && other !== undefined && one.equals(other);
}
