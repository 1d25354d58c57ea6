import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { delimiter, join } from "node:path";

/** Finds an executable the way a shell does, or undefined. */
export async function findOnPath(name: string, path: string | undefined): Promise<string | undefined> {
  for (const directory of (path ?? "").split(delimiter)) {
    const candidate = join(directory, executableName(name));
    if (directory !== "" && (await isExecutable(candidate))) {
      return candidate;
    }
  }
  return undefined;
}

export function executableName(name: string): string {
  return process.platform === "win32" ? `${name}.exe` : name;
}

export async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
