// The parts of a 64-bit Windows executable that putting something in changes. Numbers are little-endian.

const processors: Readonly<Record<number, "amd64" | "arm64">> = { 0x8664: "amd64", 0xaa64: "arm64" };
const certificateTable = 4;
const resourceTable = 2;
const rawData = 10;

interface Section {
  readonly address: number;
  readonly size: number;
  readonly fileOffset: number;
  readonly fileSize: number;
}

/** What stands in the headers of a Windows executable. */
export interface PortableExecutable {
  readonly arch: "amd64" | "arm64";
  /** Where the entry of each data directory stands in the file. */
  readonly directory: (index: number) => number;
  readonly sections: readonly Section[];
}

/** Reads the headers. */
export function readPortableExecutable(bytes: Buffer): PortableExecutable {
  if (bytes.length < 64 || bytes.toString("latin1", 0, 2) !== "MZ")
    throw new Error("this is no Windows executable");
  const header = bytes.readUInt32LE(60);
  if (bytes.toString("latin1", header, header + 4) !== "PE\0\0")
    throw new Error("this is no Windows executable of today");
  const arch = processors[bytes.readUInt16LE(header + 4)];
  const optional = header + 24;
  if (arch === undefined || bytes.readUInt16LE(optional) !== 0x20b)
    throw new Error("the Windows executable is for another processor");
  const table = optional + bytes.readUInt16LE(header + 20);
  const sections = Array.from({ length: bytes.readUInt16LE(header + 6) }, (_, index) => {
    const [size, address, fileSize, fileOffset] = [8, 12, 16, 20].map((at) =>
      bytes.readUInt32LE(table + 40 * index + at),
    );
    return { size: size ?? 0, address: address ?? 0, fileSize: fileSize ?? 0, fileOffset: fileOffset ?? 0 };
  });
  return { arch, directory: (index) => optional + 112 + 8 * index, sections };
}

/** Takes away the entry of a certificate, whose bytes are gone or no longer fit: Windows would call the file damaged. */
export function clearCertificate(bytes: Buffer): Buffer {
  const cleared = Buffer.from(bytes);
  const entry = readPortableExecutable(bytes).directory(certificateTable);
  cleared.fill(0, entry, entry + 8);
  return cleared;
}

/** Says what is wrong with a Windows executable that something was put into under a name; nothing if all is well. */
export function portableExecutableProblem(bytes: Buffer, resource: string): string | undefined {
  const file = readPortableExecutable(bytes);
  const beyond = file.sections.find((section) => section.fileOffset + section.fileSize > bytes.length);
  if (beyond !== undefined) return "a section of it is cut off";
  const certificate = file.directory(certificateTable);
  if (bytes.readBigUInt64LE(certificate) !== 0n)
    return "it names a certificate, which what was put in has broken";
  const content = resourceNamed(bytes, file, resource);
  return content === undefined || content.length === 0 ? `it has no resource ${resource}` : undefined;
}

/** The bytes of a resource of raw data: three tables one below the other, type, name and language, then its place. */
function resourceNamed(bytes: Buffer, file: PortableExecutable, name: string): Buffer | undefined {
  const address = bytes.readUInt32LE(file.directory(resourceTable));
  const root = fileOffset(file, address);
  const below = (table: number, wanted: (id: number) => boolean): number | undefined => {
    const count = bytes.readUInt16LE(table + 12) + bytes.readUInt16LE(table + 14);
    const entry = Array.from({ length: count }, (_, index) => table + 16 + 8 * index).find((at) =>
      wanted(bytes.readUInt32LE(at)),
    );
    return entry === undefined ? undefined : root + (bytes.readUInt32LE(entry + 4) & 0x7fffffff);
  };
  const nameAt = (id: number): string => {
    const at = root + (id & 0x7fffffff);
    return bytes.toString("utf16le", at + 2, at + 2 + 2 * bytes.readUInt16LE(at));
  };
  const names = below(root, (id) => id === rawData);
  const languages = names && below(names, (id) => id >= 0x80000000 && nameAt(id) === name);
  const place = languages && below(languages, () => true);
  if (place === undefined) return undefined;
  const from = fileOffset(file, bytes.readUInt32LE(place));
  return bytes.subarray(from, from + bytes.readUInt32LE(place + 4));
}

function fileOffset({ sections }: PortableExecutable, address: number): number {
  const section = sections.find((each) => address >= each.address && address < each.address + each.fileSize);
  if (section === undefined)
    throw new Error("the Windows executable's resources are in none of its sections");
  return address - section.address + section.fileOffset;
}
