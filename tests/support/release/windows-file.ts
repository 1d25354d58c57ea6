interface Parts {
  readonly arch?: number;
  readonly resource?: string | undefined;
  /** Where a certificate lies, and its size. */
  readonly certificate?: readonly [number, number];
}

const headers = 0x400;
const address = 0x1000;

/** A small 64-bit Windows executable with one section, which holds a resource of raw data. */
export function windowsFile({ arch = 0x8664, resource = "BLOB", certificate = [0, 0] }: Parts = {}): Buffer {
  const bytes = Buffer.alloc(headers + 0x200);
  bytes.write("MZ", 0, "latin1");
  bytes.writeUInt32LE(0x80, 60);
  bytes.write("PE\0\0", 0x80, "latin1");
  const at = { coff: 0x84, optional: 0x98, sections: 0x98 + 240 };
  bytes.writeUInt16LE(arch, at.coff);
  bytes.writeUInt16LE(1, at.coff + 2);
  bytes.writeUInt16LE(240, at.coff + 16);
  bytes.writeUInt16LE(0x20b, at.optional);
  const directory = (index: number, place: number, size: number): void => {
    bytes.writeUInt32LE(place, at.optional + 112 + 8 * index);
    bytes.writeUInt32LE(size, at.optional + 116 + 8 * index);
  };
  directory(2, address, 0x200);
  directory(4, ...certificate);
  bytes.write(".rsrc", at.sections, "latin1");
  for (const [index, value] of [0x200, address, 0x200, headers].entries())
    bytes.writeUInt32LE(value, at.sections + 8 + 4 * index);
  resources(resource).copy(bytes, headers);
  return bytes;
}

/** Three tables with an entry each: raw data, the name, a language; then the place, the name's text and the data. */
function resources(name: string): Buffer {
  const bytes = Buffer.alloc(0x200);
  const below = 0x80000000;
  const entry = (table: number, named: number, id: number, to: number): void => {
    bytes.writeUInt16LE(named, table + 12);
    bytes.writeUInt16LE(1 - named, table + 14);
    bytes.writeUInt32LE(id >>> 0, table + 16);
    bytes.writeUInt32LE(to >>> 0, table + 20);
  };
  entry(0, 0, 10, below + 24);
  entry(24, 1, below + 88, below + 48);
  entry(48, 0, 0, 72);
  bytes.writeUInt32LE(address + 0x100, 72);
  bytes.writeUInt32LE(4, 76);
  bytes.writeUInt16LE(name.length, 88);
  bytes.write(name, 90, "utf16le");
  bytes.write("data", 0x100, "latin1");
  return bytes;
}
