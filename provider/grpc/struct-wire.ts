import type { PbfWriter } from "pbf";
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

/** Members of an object. */
export type Members = Readonly<Record<string, unknown>>;

/** What becomes of texts and names of members on their way into a Struct; a name that is `undefined` is left out. */
export interface StructFilter {
  readonly text: (text: string) => string;
  readonly name: (name: string) => string | undefined;
}

/** Lets everything pass. */
export const unfiltered: StructFilter = { text: (text) => text, name: (name) => name };

/** Fields of google.protobuf.Value. */
const kind = { null: 1, number: 2, text: 3, flag: 4, struct: 5, list: 6 } as const;

/** Reads a google.protobuf.Struct up to `end` into a plain object. */
export function readStruct(reading: Reading, end: number, members: Members): Members {
  readFields(reading, end, (number, type) => {
    if (number !== 1 || type !== wireType.bytes) return false;
    readNested(reading, end, (entryEnd) => readEntry(reading, entryEnd, members));
    return true;
  });
  return members;
}

function readEntry(reading: Reading, end: number, members: Members): void {
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

/** Sets a member of an object that is being read; one that is called `__proto__` is a member like any other. */
export function setMember(members: Members, name: string, value: unknown): void {
  const made = members as Record<string, unknown>;
  if (name === "__proto__")
    Object.defineProperty(made, name, { value, enumerable: true, writable: true, configurable: true });
  else made[name] = value;
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

/** Writes the members of a google.protobuf.Struct. Members that are `undefined` are left out. */
export function writeStruct(writer: PbfWriter, members: Members, filter: StructFilter): void {
  for (const [own, value] of Object.entries(members)) {
    const name = value === undefined ? undefined : filter.name(own);
    if (name !== undefined) writer.writeMessage(1, writeEntry, { name, value, filter });
  }
}

interface Entry {
  readonly name: string;
  readonly value: unknown;
  readonly filter: StructFilter;
}

function writeEntry(entry: Entry, writer: PbfWriter): void {
  writeText(writer, 1, entry.name);
  writer.writeMessage(2, writeValue, entry);
}

function writeValue({ value, filter }: Omit<Entry, "name">, writer: PbfWriter): void {
  if (typeof value === "string") writeText(writer, kind.text, filter.text(value));
  else if (typeof value === "number") writer.writeDoubleField(kind.number, value);
  else if (typeof value === "boolean") writer.writeBooleanField(kind.flag, value);
  else if (value === null || value === undefined) writer.writeVarintField(kind.null, 0);
  else if (Array.isArray(value)) writer.writeMessage(kind.list, writeList, { value, filter });
  else if (typeof value === "object") writer.writeMessage(kind.struct, writeMembers, { value, filter });
  else throw new TypeError(`a ${typeof value} does not fit into a Struct`);
}

function writeList(
  { value, filter }: { readonly value: readonly unknown[]; readonly filter: StructFilter },
  writer: PbfWriter,
): void {
  for (const one of value) writer.writeMessage(1, writeValue, { value: one, filter });
}

function writeMembers(
  { value, filter }: { readonly value: object; readonly filter: StructFilter },
  writer: PbfWriter,
): void {
  writeStruct(writer, value as Members, filter);
}
