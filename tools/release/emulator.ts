import { access } from "node:fs/promises";
import { join } from "node:path";
import { findOnPath } from "../engine/find-on-path.ts";

const libraries = "/usr/aarch64-linux-gnu";

/**
 * The words before an arm64 executable of Linux that run it on another processor, if this machine has them: Debian's
 * qemu-user-static and libstdc++6-arm64-cross.
 */
export async function findEmulator(): Promise<readonly string[] | undefined> {
  const emulator = await findOnPath("qemu-aarch64-static", process.env["PATH"]);
  const isComplete = await access(join(libraries, "lib/libstdc++.so.6")).then(
    () => true,
    () => false,
  );
  return emulator !== undefined && isComplete ? [emulator, "-L", libraries] : undefined;
}
