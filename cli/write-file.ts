import { rename, rm, writeFile } from "node:fs/promises";

/** Writes a file at once: who reads meanwhile, or when the disk is full, finds the old one whole. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(beside, text);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
