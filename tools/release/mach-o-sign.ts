import { createHash } from "node:crypto";
import { announceSignature, type MachO, readMachO, segmentNamed } from "./mach-o.ts";

const pageBits = 12;
const pageSize = 2 ** pageBits;
const hashSize = 32;
/** A super blob that holds one blob: its header and one entry of its index. */
const superBlobBytes = 12 + 8;
const directoryBytes = 88;

/**
 * Signs a Mach-O executable ad hoc, as linkers do for Apple silicon, which kills what has no signature: the hash of every
 * page and no certificate. What lld and Go's linker write is the same to the byte.
 */
export function signAdHoc(unsigned: Buffer, identifier: string): Buffer {
  const file = readMachO(unsigned);
  if (file.signature !== undefined) throw new Error("the Mach-O file is signed already");
  const last = segmentNamed(file, "__LINKEDIT");
  if (last.fileOffset + last.fileSize !== unsigned.length)
    throw new Error("the Mach-O file goes on behind its last segment");
  const codeLimit = Math.ceil(unsigned.length / 16) * 16;
  const name = Buffer.from(`${identifier}\0`, "latin1");
  const pages = Math.ceil(codeLimit / pageSize);
  const size = superBlobBytes + directoryBytes + name.length + pages * hashSize;
  const code = Buffer.concat([unsigned, Buffer.alloc(codeLimit - unsigned.length)]);
  announceSignature(code, file, codeLimit, size);
  const directory = codeDirectory(file, size - superBlobBytes, codeLimit, pages, name.length);
  return Buffer.concat([code, superBlob(size), directory, name, ...pageHashes(code)]);
}

function superBlob(size: number): Buffer {
  const magic = 0xfade0cc0;
  const slotOfDirectory = 0;
  return bigEndian([magic, size, 1, slotOfDirectory, superBlobBytes]);
}

function codeDirectory(
  file: MachO,
  size: number,
  codeLimit: number,
  pages: number,
  nameBytes: number,
): Buffer {
  const text = segmentNamed(file, "__TEXT");
  const version = 0x20400;
  const adHocByLinker = 0x20002;
  const sha256 = 2;
  const mainBinary = 1;
  return Buffer.concat([
    bigEndian([0xfade0c02, size, version, adHocByLinker]),
    // Where the hashes and the name begin, and how many hashes of anything but pages there are.
    bigEndian([directoryBytes + nameBytes, directoryBytes, 0, pages, codeLimit]),
    Buffer.from([hashSize, sha256, 0, pageBits]),
    // Unused here: a second page size, scatter, team, and a limit for files above 4 GB.
    Buffer.alloc(4 * 4 + 8),
    bigEndian([0, text.fileOffset, 0, text.fileSize, 0, mainBinary]),
  ]);
}

function pageHashes(code: Buffer): Buffer[] {
  return Array.from({ length: Math.ceil(code.length / pageSize) }, (_, page) =>
    createHash("sha256")
      .update(code.subarray(page * pageSize, (page + 1) * pageSize))
      .digest(),
  );
}

function bigEndian(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, 4 * index);
  return bytes;
}
