import type { PbfWriter } from "pbf";
import { wireType } from "./wire-reading.ts";

const encoder = new TextEncoder();

/**
 * Writes a field of text. `pbf` 5.1.2 writes characters behind U+1FFFF, rare Chinese ones among them, as others:
 * its sum of the two surrogates is an OR.
 */
export function writeText(writer: PbfWriter, number: number, text: string): void {
  writer.writeTag(number, wireType.bytes);
  if (text.length < 128 && writeAscii(writer, text)) return;
  const length = Buffer.byteLength(text);
  writer.writeVarint(length);
  writer.realloc(length);
  encoder.encodeInto(text, writer.buf.subarray(writer.pos, writer.pos + length));
  writer.pos += length;
}

/** Writes length and bytes of a short text that is ASCII, as most are, without a detour; false if it is not. */
function writeAscii(writer: PbfWriter, text: string): boolean {
  writer.realloc(text.length + 1);
  const { buf } = writer;
  let at = writer.pos;
  buf[at++] = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) return false;
    buf[at++] = unit;
  }
  writer.pos = at;
  return true;
}
