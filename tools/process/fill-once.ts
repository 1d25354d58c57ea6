import { access, mkdir, rename, rm } from "node:fs/promises";

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
  const half = `${folder}.half`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true });
  await fill(half);
  await rename(half, folder);
}
