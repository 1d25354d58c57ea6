import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { mustRun } from "../process/run-command.ts";

/** The time that npm gives to all files too. */
const timeOfFiles = "1985-10-26T08:15:00Z";

/** Packs the files of a folder, at the root of a .tar.gz that is the same to the byte whoever packs it and when. */
export async function packFolder(folder: string, target: string): Promise<void> {
  const tar = `${target}.tar`;
  const owner = ["--owner=0", "--group=0", "--numeric-owner"];
  const same = ["--format=ustar", `--mtime=${timeOfFiles}`, "--mode=u+rw,go+r-w,a+X", ...owner];
  const files = (await readdir(folder)).toSorted();
  try {
    await mustRun(`tar could not pack ${folder}`, "tar", ["-cf", tar, ...same, "-C", folder, ...files]);
    // Not by tar: another gzip would compress otherwise.
    await pipeline(createReadStream(tar), createGzip({ level: 9 }), createWriteStream(target));
  } finally {
    await rm(tar, { force: true });
  }
}

/** The SHA-256 of a file in hexadecimal digits. */
export async function sha256(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
