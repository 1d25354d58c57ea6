import type { PbfWriter } from "pbf";
import { type Reading, readFields, startReading, type WireType } from "./wire-reading.ts";
import { createWriter } from "./wire-writer.ts";

/** A field of a message: where and how it lies on the wire, and what it is in the program. */
export interface Field<Read, Write = Read> {
  readonly number: number;
  readonly type: WireType;
  /** The value of a field that was not sent. */
  absent(): Read;
  /** Reads one occurrence, given the value that those before it made. */
  read(reading: Reading, end: number, before: Read): Read;
  write(writer: PbfWriter, number: number, value: Write): void;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;

/** A message: its fields by our names. */
export interface Message<Shape extends Fields> {
  readonly shape: Shape;
  readonly byNumber: ReadonlyMap<number, readonly [string, Field<unknown>]>;
}

/** What a message is once it has been read. */
export type Received<Type> =
  Type extends Message<infer Shape>
    ? { readonly [Name in keyof Shape]: ReturnType<Shape[Name]["absent"]> }
    : never;

/** What a message is written from; what is left out has its default. */
export type Sent<Type> =
  Type extends Message<infer Shape>
    ? { readonly [Name in keyof Shape]?: Parameters<Shape[Name]["write"]>[2] }
    : never;

/** Makes a message of its one table. */
export function message<Shape extends Fields>(shape: Shape): Message<Shape> {
  const entries = Object.entries(shape);
  return { shape, byNumber: new Map(entries.map((entry) => [entry[1].number, entry])) };
}

/** A message of which nothing was sent. */
export function blank<Shape extends Fields>({ shape }: Message<Shape>): Received<Message<Shape>> {
  return received<Shape>(blankValues(shape));
}

/** The message of values that the fields of its shape have made, which the types cannot follow. */
function received<Shape extends Fields>(values: Record<string, unknown>): Received<Message<Shape>> {
  return values as Received<Message<Shape>>;
}

function blankValues(shape: Fields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, field.absent()]));
}

/** Reads a message up to `end`. Fields that its table does not have are skipped. */
export function readMessage<Shape extends Fields>(
  { shape, byNumber }: Message<Shape>,
  reading: Reading,
  end: number,
): Received<Message<Shape>> {
  const values = blankValues(shape);
  readFields(reading, end, (number, type) => {
    const [name, field] = byNumber.get(number) ?? [];
    if (name === undefined || field?.type !== type) return false;
    values[name] = field.read(reading, end, values[name]);
    return true;
  });
  return received<Shape>(values);
}

/** Reads a message from all of its bytes. */
export function decode<Shape extends Fields>(type: Message<Shape>, bytes: Buffer): Received<Message<Shape>> {
  return readMessage(type, startReading(bytes), bytes.length);
}

/** Writes the fields of a message that are given. */
export function writeMessage<Shape extends Fields>(
  { shape }: Message<Shape>,
  writer: PbfWriter,
  values: Sent<Message<Shape>>,
): void {
  const given: Readonly<Record<string, unknown>> = values;
  for (const [name, field] of Object.entries(shape)) {
    const value = given[name];
    if (value !== undefined) field.write(writer, field.number, value);
  }
}

/** Writes a message behind as many free bytes as its frame needs. */
export function encode<Shape extends Fields>(
  type: Message<Shape>,
  values: Sent<Message<Shape>>,
  free = 0,
): Uint8Array {
  const writer = createWriter();
  writer.pos = free;
  writeMessage(type, writer, values);
  return writer.finish();
}
