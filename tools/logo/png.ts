import { crc32, deflateSync } from "node:zlib";
import type { Picture } from "./drawing.ts";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A picture as a PNG file: 8 bits a colour, with opacity, no filters. */
export function pngFile({ side, pixels }: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // Bits a colour, and the kind "red, green, blue, opacity"; the other three bytes have one value only.
  header.set([8, 6], 8);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(scanLines({ side, pixels }), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The rows of a picture, each behind the byte that says that it has no filter. */
export function scanLines({ side, pixels }: Picture): Buffer {
  const rows = Array.from({ length: side }, (_, row) =>
    Buffer.concat([Buffer.from([0]), pixels.subarray(row * side * 4, (row + 1) * side * 4)]),
  );
  return Buffer.concat(rows);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
