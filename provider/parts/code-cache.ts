import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { isAbsolute, join } from "node:path";
import { homeFolder } from "./home-folder.ts";

/** Compiled code of earlier runs, by what it was compiled from and with. */
export interface CodeCache {
  /** The code that is kept under a key, if there is any that can be trusted. */
  read(key: string): Buffer | undefined;
  /** Keeps code under a key. Whatever hinders it, the next run compiles again. */
  write(key: string, code: Uint8Array): void;
}

/** What stands in front of the code in a file: the SHA-256 of the rest, which begins with that of the key. */
const sumBytes = 32;

/** Far more than the code of a part is. */
const mostBytes = 16 * 1024 * 1024;

/** Files that are kept: those of a few versions of the plugin and of Node. */
const mostFiles = 8;

/** Keeps nothing. */
export const noCodeCache: CodeCache = { read: () => undefined, write: () => undefined };

/**
 * The cache in Pulumi's home, which this user alone writes to: a plugin's own folder may be anybody's. On Windows there is
 * none, since Node cannot tell there who may write to a file.
 */
export function openCodeCache(environment: Readonly<Record<string, string | undefined>>): CodeCache {
  const user = process.geteuid?.();
  if (user === undefined || environment["NODE_DISABLE_COMPILE_CACHE"]) return noCodeCache;
  const home = environment["PULUMI_HOME"] || join(homeFolder() ?? "", ".pulumi");
  return isAbsolute(home) ? createCodeCache(home, user) : noCodeCache;
}

/**
 * Keeps compiled code in files of a folder. V8 runs what it is given without looking at it, so a file counts only if this
 * user alone can have written it, and if it is whole: its own sum and its key's are checked before V8 sees it. Nothing is
 * made but the folder itself, inside one that is there.
 */
export function createCodeCache(parent: string, user: number): CodeCache {
  const folder = join(parent, "compshare-code");
  return {
    read: (key) => {
      try {
        if (!isOurs(statSync(parent), user) || !isOurs(lstatSync(folder), user)) return undefined;
        return codeOf(readFile(join(folder, fileName(key)), user), key);
      } catch {
        return undefined;
      }
    },
    write: (key, code) => {
      try {
        if (!isOurs(statSync(parent), user)) return;
        makeFolder(folder);
        if (!isOurs(lstatSync(folder), user)) return;
        writeFile(folder, fileName(key), Buffer.concat([sum(key), code]));
      } catch {
        // A read-only or a full disk, or another process that cleans up at the same time.
      }
    },
  };
}

/** Not `recursive`, with which Node tries for ever where the system answers that there is no such thing, as in /proc. */
function makeFolder(folder: string): void {
  if (lstatSync(folder, { throwIfNoEntry: false }) !== undefined) return;
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process was quicker.
    if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) throw error;
  }
}

function isOurs(stats: Stats, user: number): boolean {
  return stats.uid === user && (stats.mode & 0o022) === 0 && !stats.isSymbolicLink();
}

function fileName(key: string): string {
  return `${sum(key).toString("hex")}.bin`;
}

function sum(data: string | Uint8Array): Buffer {
  return process.getBuiltinModule("node:crypto").createHash("sha256").update(data).digest();
}

/** The bytes of a file, of which all facts are those of the file that is read, whatever is renamed meanwhile. */
function readFile(path: string, user: number): Buffer {
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const stats = fstatSync(file);
    if (!stats.isFile() || !isOurs(stats, user) || stats.size > mostBytes) return Buffer.alloc(0);
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

function codeOf(bytes: Buffer, key: string): Buffer | undefined {
  const rest = bytes.subarray(sumBytes);
  if (bytes.length <= 2 * sumBytes || !bytes.subarray(0, sumBytes).equals(sum(rest))) return undefined;
  return rest.subarray(0, sumBytes).equals(sum(key)) ? rest.subarray(sumBytes) : undefined;
}

/** Writes beside the file and then puts it in its place at once: who reads meanwhile sees the old one, the new one or none. */
function writeFile(folder: string, name: string, rest: Buffer): void {
  const beside = join(folder, `${name}.${process.pid}.${Math.random().toString(36).slice(2)}`);
  try {
    writeFileSync(beside, Buffer.concat([sum(rest), rest]), { mode: 0o600, flag: "wx" });
    renameSync(beside, join(folder, name));
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  removeOldest(folder);
}

function removeOldest(folder: string): void {
  const files = readdirSync(folder).map((name) => {
    const path = join(folder, name);
    return { path, time: lstatSync(path).mtimeMs };
  });
  for (const { path } of files.toSorted((one, other) => other.time - one.time).slice(mostFiles))
    rmSync(path, { force: true });
}
