import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A folder of a test's own, with or without git. */
export interface Repository {
  readonly path: string;
  write(files: Readonly<Record<string, string>>): Promise<void>;
  read(name: string): Promise<string>;
  /** Commits all that is there. */
  commit(): Promise<void>;
  dispose(): Promise<void>;
}

/** Makes a folder; with git unless told otherwise. */
export async function makeRepository(git = true): Promise<Repository> {
  const path = await mkdtemp(join(tmpdir(), "compshare-repository-"));
  const inside = (...args: string[]) => run("git", args, { cwd: path });
  if (git) await inside("init", "--quiet");
  return {
    path,
    write: async (files) => {
      for (const [name, text] of Object.entries(files)) {
        await mkdir(dirname(join(path, name)), { recursive: true });
        await writeFile(join(path, name), text);
      }
      if (git) await inside("add", "--all");
    },
    read: (name) => readFile(join(path, name), "utf8"),
    commit: async () => {
      await inside("add", "--all");
      const author = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
      await inside(...author, "commit", "--quiet", "--message", "State");
    },
    dispose: () => rm(path, { recursive: true, force: true }),
  };
}
