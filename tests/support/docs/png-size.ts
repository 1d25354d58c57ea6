/** What the header of a PNG file says: pixels across, pixels down, bits a colour, and the kind of its pixels. */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly kind: number;
}

/** Reads the header of a PNG file, or throws if it is none. */
export function pngHeader(file: Buffer): PngHeader {
  if (file.toString("latin1", 1, 4) !== "PNG" || file.toString("latin1", 12, 16) !== "IHDR")
    throw new Error("not a PNG file");
  const [bits = 0, kind = 0] = file.subarray(24, 26);
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20), bits, kind };
}
