import { chmod, readFile, rename, rm, stat, writeFile } from "node:fs/promises";

/** A file that is to be rewritten: what it held when it was read, and what it is to hold. */
export interface FileChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** A file that somebody else changed in the meantime. */
export class FileChangedError extends Error {
  override readonly name = "FileChangedError";
  readonly path: string;

  constructor(path: string) {
    super(`${path} was changed in the meantime`);
    this.path = path;
  }
}

/**
 * Rewrites all of these files or none. Each new text is written beside its file first, so that a full disk or a file
 * that cannot be written is known before anything has changed; if a rename fails, what was renamed is put back.
 */
export async function writeFiles(changes: readonly FileChange[], unique: string): Promise<void> {
  const staged: { readonly change: FileChange; readonly beside: string }[] = [];
  const renamed: FileChange[] = [];
  try {
    for (const change of changes) {
      const beside = `${change.path}.${unique}.tmp`;
      staged.push({ change, beside });
      await writeFile(beside, change.after, { flag: "wx" });
      await chmod(beside, (await stat(change.path)).mode);
    }
    for (const { change } of staged) {
      if ((await readFile(change.path, "utf8")) !== change.before) throw new FileChangedError(change.path);
    }
    for (const { change, beside } of staged) {
      await rename(beside, change.path);
      renamed.push(change);
    }
  } catch (error) {
    for (const { path, before } of renamed) await writeFile(path, before);
    throw error;
  } finally {
    for (const { beside } of staged) await rm(beside, { force: true });
  }
}
