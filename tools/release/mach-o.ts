// The parts of a 64-bit Mach-O file that a code signature is about. Numbers are little-endian.

const magic64 = 0xfeedfacf;
const headerBytes = 32;
const commands = { segment: 0x19, codeSignature: 0x1d } as const;

/** Processors as a Mach-O file names them. */
const processors: Readonly<Record<number, "amd64" | "arm64">> = { 0x01000007: "amd64", 0x0100000c: "arm64" };

export interface Segment {
  readonly name: string;
  /** Where its command stands in the file. */
  readonly command: number;
  readonly fileOffset: number;
  readonly fileSize: number;
  /** Where the first of its sections begins in the file, if it has any there. */
  readonly firstSection: number | undefined;
}

export interface MachO {
  readonly arch: "amd64" | "arm64";
  readonly segments: readonly Segment[];
  /** Where the load commands end. */
  readonly commandsEnd: number;
  /** The place of the signature in the file, if there is one. */
  readonly signature: { readonly offset: number; readonly size: number } | undefined;
}

/** Reads the header and the load commands. */
export function readMachO(bytes: Buffer): MachO {
  if (bytes.length < headerBytes || bytes.readUInt32LE(0) !== magic64)
    throw new Error("this is no 64-bit Mach-O file");
  const arch = processors[bytes.readUInt32LE(4)];
  if (arch === undefined) throw new Error("the Mach-O file is for another processor");
  const segments: Segment[] = [];
  let signature: MachO["signature"];
  let at = headerBytes;
  for (let left = bytes.readUInt32LE(16); left > 0; left -= 1) {
    const command = bytes.readUInt32LE(at);
    if (command === commands.segment) segments.push(readSegment(bytes, at));
    if (command === commands.codeSignature)
      signature = { offset: bytes.readUInt32LE(at + 8), size: bytes.readUInt32LE(at + 12) };
    at += bytes.readUInt32LE(at + 4);
  }
  if (at !== headerBytes + bytes.readUInt32LE(20))
    throw new Error("the Mach-O file's load commands are broken");
  return { arch, segments, commandsEnd: at, signature };
}

export function segmentNamed({ segments }: MachO, name: string): Segment {
  const found = segments.find((segment) => segment.name === name);
  if (found === undefined) throw new Error(`the Mach-O file has no segment ${name}`);
  return found;
}

/** Adds the load command of a signature at the end of the file, which its last segment then covers. */
export function announceSignature(bytes: Buffer, file: MachO, offset: number, size: number): void {
  const room = Math.min(...file.segments.flatMap(({ firstSection }) => firstSection ?? []));
  if (file.commandsEnd + 16 > room) throw new Error("the Mach-O file has no room for one more load command");
  const command = [commands.codeSignature, 16, offset, size];
  for (const [index, value] of command.entries()) bytes.writeUInt32LE(value, file.commandsEnd + 4 * index);
  bytes.writeUInt32LE(bytes.readUInt32LE(16) + 1, 16);
  bytes.writeUInt32LE(bytes.readUInt32LE(20) + 16, 20);
  const last = segmentNamed(file, "__LINKEDIT");
  const fileSize = BigInt(offset + size - last.fileOffset);
  const page = 0x4000n;
  bytes.writeBigUInt64LE(((fileSize + page - 1n) / page) * page, last.command + 32);
  bytes.writeBigUInt64LE(fileSize, last.command + 48);
}

function readSegment(bytes: Buffer, at: number): Segment {
  const sections = Array.from({ length: bytes.readUInt32LE(at + 64) }, (_, index) =>
    bytes.readUInt32LE(at + 72 + 80 * index + 48),
  ).filter((offset) => offset > 0);
  return {
    name: bytes.toString("latin1", at + 8, at + 24).replace(/\0+$/, ""),
    command: at,
    fileOffset: Number(bytes.readBigUInt64LE(at + 40)),
    fileSize: Number(bytes.readBigUInt64LE(at + 48)),
    firstSection: sections.length === 0 ? undefined : Math.min(...sections),
  };
}
