import { isUtf8 } from "node:buffer";
import { PbfReader } from "pbf";
import { StatusError, status } from "./status-error.ts";

/** How a value lies on the wire. Groups (3 and 4) and 32-bit numbers (5) are in none of the messages that are read. */
export const wireType = { varint: 0, fixed64: 1, bytes: 2 } as const;

export type WireType = (typeof wireType)[keyof typeof wireType];

/** Deepest nesting of messages. A value in a Struct takes up to four: its entry, its value, its list or Struct. */
const mostDepth = 400;

/** Most fields of a message, nested ones included, so that a message of millions of empty ones cannot fill the memory. */
const mostFields = 2_000_000;

/** A message that is being read. */
export interface Reading {
  readonly bytes: Buffer;
  readonly reader: PbfReader;
  depth: number;
  fields: number;
}

/** Starts reading a message; nothing is copied. */
export function startReading(bytes: Buffer): Reading {
  return { bytes, reader: new PbfReader(bytes), depth: 0, fields: 0 };
}

/** A message that is not what its sender's protocol says. gRPC's own libraries give it this status too. */
function malformed(): StatusError {
  return new StatusError(status.INTERNAL, "the request is not a well-formed protobuf message");
}

/**
 * Hands each field up to `end` to `take`, which reads it or gives false, and then it is skipped. `pbf` checks no bounds:
 * reading past the end moves its position there, which is seen here after every field.
 */
export function readFields(
  reading: Reading,
  end: number,
  take: (number: number, type: number) => boolean,
): void {
  const { reader } = reading;
  while (reader.pos < end) {
    reading.fields += 1;
    if (reading.fields > mostFields)
      throw new StatusError(status.RESOURCE_EXHAUSTED, `the request has more than ${mostFields} fields`);
    const tag = readVarint(reading);
    const number = Math.floor(tag / 8);
    const type = tag % 8;
    if (number === 0 || number >= 2 ** 29) throw malformed();
    if (!take(number, type)) skip(reading, type);
    if (!(reader.pos <= end)) throw malformed();
  }
}

/** Reads a varint of up to 64 bits; above 2^53 its last digits are lost. */
export function readVarint({ reader }: Reading): number {
  try {
    return reader.readVarint();
  } catch {
    throw malformed();
  }
}

/** Reads the length of what comes and gives where that ends. */
function readEnd(reading: Reading, end: number): number {
  const length = readVarint(reading);
  const inner = reading.reader.pos + length;
  if (!(inner <= end)) throw malformed();
  return inner;
}

/** Reads a message inside a message. */
export function readNested<Value>(reading: Reading, end: number, read: (end: number) => Value): Value {
  const inner = readEnd(reading, end);
  reading.depth += 1;
  if (reading.depth > mostDepth)
    throw new StatusError(status.RESOURCE_EXHAUSTED, "the request is nested too deeply");
  const value = read(inner);
  reading.depth -= 1;
  return value;
}

/** Reads a text. `pbf` would take a mark of the byte order off long ones and let bytes pass that are no text. */
export function readText(reading: Reading, end: number): string {
  const stop = readEnd(reading, end);
  const start = reading.reader.pos;
  reading.reader.pos = stop;
  const text = reading.bytes.toString("utf8", start, stop);
  if (text.includes("\ufffd") && !isUtf8(reading.bytes.subarray(start, stop))) throw malformed();
  return text;
}

/** Reads a 64-bit floating point number. */
export function readDouble(reading: Reading, end: number): number {
  if (reading.reader.pos + 8 > end) throw malformed();
  return reading.reader.readDouble();
}

function skip(reading: Reading, type: number): void {
  switch (type) {
    case wireType.varint:
    case wireType.fixed64:
    case wireType.bytes:
    case 5:
      try {
        reading.reader.skip(type);
      } catch {
        throw malformed();
      }
      return;
    default:
      throw malformed();
  }
}
