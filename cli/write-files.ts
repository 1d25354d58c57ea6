import { chmod, readFile, readlink, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { systemCode } from "../provider/errors/system-code.ts";
import { plainText } from "../provider/messages/plain-text.ts";
import { CommandFailure } from "./failures.ts";
import { ifThere } from "./if-there.ts";

/** A file that is to be written. */
export interface FileChange {
  readonly path: string;
  /** What it held when it was read; it has to hold it still. Left out where nobody has read it. */
  readonly before?: string | undefined;
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

/** A change, and where it goes. */
interface Staged {
  readonly change: FileChange;
  /** The file itself, where the path is that of a link. */
  readonly target: string;
  /** What is there; `undefined` where the file is new. */
  readonly old: Buffer | undefined;
  /** The new text, under a name of its own; `undefined` for what is no file, such as a pipe. */
  readonly beside: string | undefined;
}

/**
 * Writes all of these files or none; `unique` names what is written beside them. Who reads meanwhile finds the old file
 * or the new one. Each new text is written beside its file first, so that a full disk or a file that cannot be written is
 * known before anything has changed; if a rename fails, what was renamed is put back. Links stay links, and files keep
 * their modes.
 */
export async function writeFiles(changes: readonly FileChange[], unique: string): Promise<void> {
  const staged: Staged[] = [];
  const replaced: Staged[] = [];
  try {
    for (const change of changes) await named(change, async () => stage(change, unique, staged));
    for (const { change, target } of staged) {
      if (change.before !== undefined && (await readFile(target, "utf8")) !== change.before)
        throw new FileChangedError(change.path);
    }
    for (const one of staged) {
      await named(one.change, () => put(one));
      replaced.push(one);
    }
  } catch (error) {
    // One that cannot be put back keeps none of the others from it.
    await Promise.allSettled(replaced.map(putBack));
    throw error;
  } finally {
    for (const { beside } of staged) if (beside !== undefined) await rm(beside, { force: true });
  }
}

async function putBack({ target, old, beside }: Staged): Promise<void> {
  if (beside !== undefined) await (old === undefined ? rm(target) : writeFile(target, old));
}

async function stage(change: FileChange, unique: string, staged: Staged[]): Promise<void> {
  const found = await ifThere(stat(change.path));
  if (found === undefined && change.before !== undefined) throw absent;
  if (found?.isFile() === false) {
    staged.push({ change, target: change.path, old: undefined, beside: undefined });
    return;
  }
  const target = await targetOf(change.path);
  const old = found === undefined ? undefined : await readFile(target);
  const beside = `${target}.${unique}.tmp`;
  staged.push({ change, target, old, beside });
  await writeFile(beside, change.after, { flag: "wx" });
  if (found !== undefined) await chmod(beside, found.mode);
}

async function put({ change, target, beside }: Staged): Promise<void> {
  if (beside === undefined) await writeFile(target, change.after);
  else await rename(beside, target);
}

/** Most links that lead on to a file, as systems count them. */
const mostLinks = 40;

/** The file that a path means: what its links lead to, be it there or not. */
async function targetOf(path: string): Promise<string> {
  let target = path;
  for (let links = 0; links < mostLinks; links += 1) {
    const folder = await realpath(dirname(target));
    target = join(folder, basename(target));
    const next = await readlink(target).catch(() => undefined);
    if (next === undefined) return target;
    target = resolve(folder, next);
  }
  throw Object.assign(new Error("too many links"), { code: "ELOOP" });
}

const absent = Object.assign(new Error("the file is gone"), { code: "ENOENT" });

/** Says of an error of the system which file could not be written: the one that was named, and none beside it. */
async function named(change: FileChange, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    const path = plainText(change.path);
    const isNew = code === "ENOENT" && change.before === undefined;
    throw new CommandFailure({
      en: `${path} cannot be written (${code})${isNew ? "; create its folder first" : ""}`,
      zh: `无法写入 ${path}（${code}）${isNew ? "；请先创建其所在文件夹" : ""}`,
    });
  }
}
