import { readFile } from "node:fs/promises";
import { systemCode } from "../errors/system-code.ts";

/** Text of a file; `undefined` only where there is none. A file that cannot be read is an error of the system's own kind. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** Below a path that is no folder there is nothing either. */
function isAbsent(error: unknown): boolean {
  const code = systemCode(error);
  return code === "ENOENT" || code === "ENOTDIR";
}
