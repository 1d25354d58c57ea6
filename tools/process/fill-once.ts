import { access, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Makes a folder if it is not there yet: under another name first, so that half an installation is not taken for a whole
 * one. `tell` is called before the work begins.
 */
export async function fillOnce(
  folder: string,
  fill: (half: string) => Promise<unknown>,
  tell: () => void = () => undefined,
): Promise<void> {
  const there = await access(folder).then(
    () => true,
    () => false,
  );
  if (there) return;
  tell();
  await replace(folder, fill);
}

/** The same, and again whenever what it is filled for has changed, which its file `stamp` says. */
export async function fillFor(
  wanted: string,
  folder: string,
  fill: (half: string) => Promise<unknown>,
  tell: () => void,
): Promise<void> {
  const stamp = await readFile(join(folder, "stamp"), "utf8").catch(() => undefined);
  if (stamp === wanted) return;
  tell();
  await replace(folder, async (half) => {
    await fill(half);
    await writeFile(join(half, "stamp"), wanted);
  });
}

async function replace(folder: string, fill: (half: string) => Promise<unknown>): Promise<void> {
  const half = `${folder}.half`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true });
  await fill(half);
  await rm(folder, { recursive: true, force: true });
  await rename(half, folder);
}
