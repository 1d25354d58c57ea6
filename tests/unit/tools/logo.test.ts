import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { expect, test } from "@jest/globals";
import { drawLogo } from "../../../tools/logo/drawing.ts";
import { pngFile, scanLines } from "../../../tools/logo/png.ts";
import { logoFile, logoSide } from "../../../tools/logo.ts";
import { pngHeader } from "../../support/docs/png-size.ts";

/** The unpacked rows of one of our files, whose only chunk of pixels begins behind the header's. */
function rows(file: Buffer): Buffer {
  expect(file.toString("latin1", 37, 41)).toBe("IDAT");
  return inflateSync(file.subarray(41, 41 + file.readUInt32BE(33)));
}

// Pixels, not bytes: another Node.js may pack them otherwise.
test("docs/logo.png is what `npm run logo` draws", () => {
  expect(rows(readFileSync(logoFile)).equals(scanLines(drawLogo(logoSide)))).toBe(true);
});

test("a drawing becomes a PNG file of its size, with opacity", () => {
  expect(pngHeader(pngFile(drawLogo(16)))).toEqual({ width: 16, height: 16, bits: 8, kind: 6 });
});

test("the end of the file is the one of every PNG file", () => {
  const end = pngFile(drawLogo(4)).subarray(-12).toString("hex");
  expect(end).toBe("0000000049454e44ae426082");
});

const small = drawLogo(32);

/** Colour at a point of the logo in the size of a list of packages. */
function colour(x: number, y: number): readonly number[] {
  const at = (y * 32 + x) * 4;
  return [...small.pixels.subarray(at, at + 4)];
}

test("the logo shows three layers apart from one another at 32 pixels, on nothing at the corners", () => {
  expect(colour(0, 0)).toEqual([0, 0, 0, 0]);
  expect([10, 20, 26].map((y) => colour(16, y))).toEqual([
    [255, 171, 54, 255],
    [146, 190, 252, 255],
    [66, 122, 214, 255],
  ]);
  expect([17, 23].map((y) => colour(16, y)[0])).toEqual([17, 17]);
});
