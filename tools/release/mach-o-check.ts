import { createHash } from "node:crypto";
import { readMachO } from "./mach-o.ts";

const magics = { signature: 0xfade0cc0, directory: 0xfade0c02 } as const;
const slots = { directory: 0, alternatives: 0x1000 } as const;
const algorithms: Readonly<Record<number, string>> = { 1: "sha1", 2: "sha256", 3: "sha256", 4: "sha384" };

/**
 * Says what is wrong with the code signature of a Mach-O file, as macOS sees it page by page; nothing if all is well. Who
 * has signed is not looked at.
 */
export function signatureProblem(bytes: Buffer): string | undefined {
  const { signature } = readMachO(bytes);
  if (signature === undefined) return "it has no code signature";
  if (signature.offset + signature.size > bytes.length) return "its code signature is cut off";
  const blob = bytes.subarray(signature.offset, signature.offset + signature.size);
  if (blob.readUInt32BE(0) !== magics.signature) return "its code signature is none";
  const parts = Array.from({ length: blob.readUInt32BE(8) }, (_, index) => ({
    slot: blob.readUInt32BE(12 + 8 * index),
    content: partAt(blob, blob.readUInt32BE(16 + 8 * index)),
  }));
  const directories = parts.filter(
    ({ slot }) => slot === slots.directory || (slot >= slots.alternatives && slot < slots.alternatives + 5),
  );
  if (directories.length === 0) return "its code signature has no code directory";
  return directories
    .map(({ content }) => directoryProblem(bytes, signature.offset, content, parts))
    .find((problem) => problem !== undefined);
}

interface Part {
  readonly slot: number;
  readonly content: Buffer;
}

function partAt(blob: Buffer, offset: number): Buffer {
  return blob.subarray(offset, offset + blob.readUInt32BE(offset + 4));
}

function directoryProblem(
  bytes: Buffer,
  end: number,
  directory: Buffer,
  parts: readonly Part[],
): string | undefined {
  if (directory.readUInt32BE(0) !== magics.directory) return "its code directory is none";
  const [hashes, , specialCount, pageCount, limit] = [16, 20, 24, 28, 32].map((at) =>
    directory.readUInt32BE(at),
  );
  const algorithm = algorithms[directory.readUInt8(37)];
  const size = directory.readUInt8(36);
  const pageSize = 2 ** directory.readUInt8(39);
  if (
    hashes === undefined ||
    specialCount === undefined ||
    pageCount === undefined ||
    algorithm === undefined
  )
    return "its code directory is unreadable";
  // What stands behind the limit is not signed; before the signature there may only be padding.
  if (limit !== end) return `its code directory covers ${limit} bytes of ${end}`;
  if (pageCount !== Math.ceil(end / pageSize)) return `it has ${pageCount} page hashes for ${end} bytes`;
  const slot = (index: number): Buffer =>
    directory.subarray(hashes + index * size, hashes + (index + 1) * size);
  const hashOf = (content: Buffer): Buffer =>
    createHash(algorithm).update(content).digest().subarray(0, size);
  for (let page = 0; page < pageCount; page += 1) {
    const content = bytes.subarray(page * pageSize, Math.min((page + 1) * pageSize, end));
    if (!hashOf(content).equals(slot(page))) return `page ${page} is not the one that was signed`;
  }
  // Slots before the pages are those of the other parts: requirements, entitlements.
  const broken = parts.find(
    (part) => part.slot > 0 && part.slot <= specialCount && !hashOf(part.content).equals(slot(-part.slot)),
  );
  return broken && `part ${broken.slot} of its code signature is not the one that was signed`;
}
