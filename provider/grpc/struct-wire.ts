import type { PbfWriter } from "pbf";
import { harmlessText, isMark, setMember } from "./engine-values.ts";
import {
  type Reading,
  readDouble,
  readFields,
  readNested,
  readText,
  readVarint,
  wireType,
} from "./wire-reading.ts";
import { writeText } from "./wire-text.ts";

/** Fields of google.protobuf.Value. */
const kind = { null: 1, number: 2, text: 3, flag: 4, struct: 5, list: 6 } as const;

/** A plain object that is being made. */
export type MadeMembers = Record<string, unknown>;

/** Reads a google.protobuf.Struct up to `end` into a plain object. */
export function readStruct(reading: Reading, end: number, members: MadeMembers): MadeMembers {
  readFields(reading, end, (number, type) => {
    if (number !== 1 || type !== wireType.bytes) return false;
    readNested(reading, end, (entryEnd) => readEntry(reading, entryEnd, members));
    return true;
  });
  return members;
}

function readEntry(reading: Reading, end: number, members: MadeMembers): void {
  let name = "";
  let value: unknown = null;
  readFields(reading, end, (number, type) => {
    if (type !== wireType.bytes) return false;
    if (number === 1) name = readText(reading, end);
    else if (number === 2) value = readNested(reading, end, (valueEnd) => readValue(reading, valueEnd));
    else return false;
    return true;
  });
  setMember(members, name, value);
}

function readValue(reading: Reading, end: number): unknown {
  // A value of a kind that is not known is as none.
  let value: unknown = null;
  readFields(reading, end, (number, type) => {
    if (type === wireType.bytes) {
      if (number === kind.text) value = readText(reading, end);
      else if (number === kind.struct)
        value = readNested(reading, end, (inner) => readStruct(reading, inner, {}));
      else if (number === kind.list) value = readNested(reading, end, (inner) => readList(reading, inner));
      else return false;
      return true;
    }
    if (type === wireType.varint && (number === kind.flag || number === kind.null)) {
      const read = readVarint(reading);
      value = number === kind.flag ? read !== 0 : null;
      return true;
    }
    if (number !== kind.number || type !== wireType.fixed64) return false;
    value = readDouble(reading, end);
    return true;
  });
  return value;
}

function readList(reading: Reading, end: number): unknown[] {
  const list: unknown[] = [];
  readFields(reading, end, (number, type) => {
    if (number !== 1 || type !== wireType.bytes) return false;
    list.push(readNested(reading, end, (inner) => readValue(reading, inner)));
    return true;
  });
  return list;
}

const outside = Symbol("from outside");

/** A value that is data from outside. */
export interface FromOutside {
  readonly [outside]: unknown;
}

/** Marks a value as data from outside: written, it holds nothing that the engine could take for a mark of its own. */
export function fromOutside(value: unknown): FromOutside {
  return { [outside]: value };
}

function isFromOutside(value: object): value is FromOutside {
  return outside in value;
}

/**
 * Writes the members of a google.protobuf.Struct, as they are but for those that are `undefined` and for what is marked
 * as data from outside. The values themselves are the only copy: a listing may have millions of them.
 */
export function writeStruct(members: object, writer: PbfWriter): void {
  for (const entry of Object.entries(members))
    if (entry[1] !== undefined) writer.writeMessage(1, writeEntry, entry);
}

function writeEntry([name, value]: readonly [string, unknown], writer: PbfWriter): void {
  writeText(writer, 1, name);
  writer.writeMessage(2, writeValue, value);
}

function writeValue(value: unknown, writer: PbfWriter): void {
  if (typeof value === "string") writeText(writer, kind.text, value);
  else if (Array.isArray(value)) writer.writeMessage(kind.list, writeList, value);
  else if (typeof value !== "object" || value === null) writeScalar(value, writer);
  else if (isFromOutside(value)) writeHarmless(value[outside], writer);
  else writer.writeMessage(kind.struct, writeStruct, value);
}

function writeScalar(value: unknown, writer: PbfWriter): void {
  if (typeof value === "number") writer.writeDoubleField(kind.number, value);
  else if (typeof value === "boolean") writer.writeBooleanField(kind.flag, value);
  else if (value === null || value === undefined) writer.writeVarintField(kind.null, 0);
  else throw new TypeError(`a ${typeof value} does not fit into a Struct`);
}

function writeList(values: readonly unknown[], writer: PbfWriter): void {
  for (const value of values) writer.writeMessage(1, writeValue, value);
}

function writeHarmless(value: unknown, writer: PbfWriter): void {
  if (typeof value === "string") writeText(writer, kind.text, harmlessText(value));
  else if (Array.isArray(value)) writer.writeMessage(kind.list, writeHarmlessList, value);
  else if (typeof value !== "object" || value === null) writeScalar(value, writer);
  else writer.writeMessage(kind.struct, writeHarmlessStruct, value);
}

function writeHarmlessList(values: readonly unknown[], writer: PbfWriter): void {
  for (const value of values) writer.writeMessage(1, writeHarmless, value);
}

function writeHarmlessStruct(members: object, writer: PbfWriter): void {
  for (const entry of Object.entries(members))
    if (entry[1] !== undefined && !isMark(entry[0])) writer.writeMessage(1, writeHarmlessEntry, entry);
}

function writeHarmlessEntry([name, value]: readonly [string, unknown], writer: PbfWriter): void {
  writeText(writer, 1, name);
  writer.writeMessage(2, writeHarmless, value);
}
