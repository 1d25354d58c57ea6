const pageSize = 0x4000;

/** A small 64-bit Mach-O executable for Apple silicon without a signature: a page of code, and some bytes of links. */
export function machOFile({ sections = 1 } = {}): Buffer {
  const bytes = Buffer.alloc(pageSize + 100, 0x5a);
  const commands = [
    segment("__TEXT", 0, pageSize, sections),
    segment("__LINKEDIT", pageSize, bytes.length - pageSize, 0),
  ];
  const size = commands.reduce((sum, { length }) => sum + length, 0);
  const arm64 = 0x0100000c;
  const executable = 2;
  const header = [0xfeedfacf, arm64, 0, executable, commands.length, size, 0, 0];
  // Behind the commands is room until the first section.
  bytes.fill(0, 0, 0x1000);
  Buffer.concat([numbers(header), ...commands]).copy(bytes);
  return bytes;
}

function segment(name: string, fileOffset: number, fileSize: number, sections: number): Buffer {
  const size = 72 + 80 * sections;
  const places = [BigInt(fileOffset), BigInt(pageSize), BigInt(fileOffset), BigInt(fileSize)];
  const wide = Buffer.alloc(32);
  for (const [index, place] of places.entries()) wide.writeBigUInt64LE(place, 8 * index);
  const section = Buffer.alloc(80);
  section.writeUInt32LE(0x1000, 48);
  return Buffer.concat([
    numbers([0x19, size]),
    Buffer.from(name.padEnd(16, "\0"), "latin1"),
    wide,
    numbers([5, 5, sections, 0]),
    ...Array.from({ length: sections }, () => section),
  ]);
}

function numbers(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, 4 * index);
  return bytes;
}
