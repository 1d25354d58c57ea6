import { lstat, readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { ifThere } from "../if-there.ts";
import { runGit } from "../run-git.ts";
import { annotatedExtensions } from "./read-annotations.ts";

/** A file that may hold annotations; `text` is undefined where it is not UTF-8. */
export interface AnnotatedFile {
  /** From the folder that was searched, with slashes. */
  readonly path: string;
  readonly text: string | undefined;
}

const leftOut = ["node_modules", "dist", ".git"];

/** The files of a folder that mention CompShare: those that git tracks, or all where there is no git. */
export async function annotatedFiles(folder: string): Promise<readonly AnnotatedFile[]> {
  const paths = (await trackedFiles(folder)) ?? (await allFiles(folder, folder));
  const wanted = [...new Set(paths)]
    .filter((path) => annotatedExtensions.includes(path.slice(path.lastIndexOf(".") + 1)))
    .sort();
  const files: AnnotatedFile[] = [];
  for (const path of wanted) {
    const bytes = await readOwn(join(folder, path));
    if (bytes?.includes("compshare")) files.push({ path, text: decoded(bytes) });
  }
  return files;
}

/** The bytes of a file; none of a link, whose target is a file of its own, or of one that is deleted. */
function readOwn(path: string): Promise<Buffer | undefined> {
  return ifThere(lstat(path).then((found) => (found.isFile() ? readFile(path) : undefined)));
}

/** Text of bytes, a BOM included; `undefined` where they are not UTF-8, since they could not be written back. */
export function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Files that git tracks below a folder; `undefined` without git or outside of a repository. */
async function trackedFiles(folder: string): Promise<readonly string[] | undefined> {
  const listed = await runGit(folder, ["ls-files", "-z"]);
  return Buffer.isBuffer(listed)
    ? listed
        .toString("utf8")
        .split("\0")
        .filter((path) => path !== "")
    : undefined;
}

async function allFiles(folder: string, root: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (leftOut.includes(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...((await ifThere(allFiles(path, root))) ?? []));
    else if (entry.isFile()) found.push(relative(root, path).split(sep).join("/"));
  }
  return found;
}
