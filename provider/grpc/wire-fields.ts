import type { Members } from "../contract/members.ts";
import { setMember } from "./engine-values.ts";
import { type MadeMembers, readStruct, writeStruct } from "./struct-wire.ts";
import {
  blank,
  type Field,
  type Fields,
  type Message,
  type Received,
  readMessage,
  type Sent,
  writeMessage,
} from "./wire-message.ts";
import { readFields, readNested, readText, readVarint, wireType } from "./wire-reading.ts";
import { writeText } from "./wire-text.ts";

export function text(number: number): Field<string> {
  return {
    number,
    type: wireType.bytes,
    absent: () => "",
    read: (reading, end) => readText(reading, end),
    write: (writer, at, value) => {
      if (value !== "") writeText(writer, at, value);
    },
  };
}

/** True or false. */
export function flag(number: number): Field<boolean> {
  return {
    number,
    type: wireType.varint,
    absent: () => false,
    read: (reading) => readVarint(reading) !== 0,
    write: (writer, at, value) => {
      if (value) writer.writeBooleanField(at, value);
    },
  };
}

/** A number with a meaning. */
export function choice(number: number): Field<number> {
  return {
    number,
    type: wireType.varint,
    absent: () => 0,
    read: (reading) => readVarint(reading),
    write: (writer, at, value) => {
      if (value !== 0) writer.writeVarintField(at, value);
    },
  };
}

/** A list of texts. */
export function texts(number: number): Field<string[], readonly string[]> {
  return {
    number,
    type: wireType.bytes,
    absent: () => [],
    read: (reading, end, before) => appended(before, readText(reading, end)),
    write: (writer, at, values) => {
      for (const value of values) writeText(writer, at, value);
    },
  };
}

/** Any object: a google.protobuf.Struct. */
export function struct(number: number): Field<MadeMembers | undefined, Members | undefined> {
  return {
    number,
    type: wireType.bytes,
    absent: () => undefined,
    read: (reading, end, before) =>
      readNested(reading, end, (inner) => readStruct(reading, inner, before ?? {})),
    write: (writer, at, value) => {
      if (value !== undefined) writer.writeMessage(at, writeStruct, value);
    },
  };
}

/** A list of messages. */
export function messages<Shape extends Fields>(
  number: number,
  type: Message<Shape>,
): Field<Received<Message<Shape>>[], readonly Sent<Message<Shape>>[]> {
  return {
    number,
    type: wireType.bytes,
    absent: () => [],
    read: (reading, end, before) =>
      appended(
        before,
        readNested(reading, end, (inner) => readMessage(type, reading, inner)),
      ),
    write: (writer, at, values) => {
      for (const value of values) writer.writeMessage(at, (sent, to) => writeMessage(type, to, sent), value);
    },
  };
}

export function messagesByName<Shape extends Fields>(
  number: number,
  type: Message<Shape>,
): Field<Record<string, Received<Message<Shape>>>, Readonly<Record<string, Sent<Message<Shape>>>>> {
  return {
    number,
    type: wireType.bytes,
    absent: () => ({}),
    read: (reading, end, before) => {
      let name = "";
      let value = blank(type);
      readNested(reading, end, (inner) =>
        readFields(reading, inner, (part, kind) => {
          if (kind !== wireType.bytes) return false;
          if (part === 1) name = readText(reading, inner);
          else if (part === 2) value = readNested(reading, inner, (last) => readMessage(type, reading, last));
          else return false;
          return true;
        }),
      );
      setMember(before, name, value);
      return before;
    },
    write: (writer, at, values) => {
      for (const [name, value] of Object.entries(values))
        writer.writeMessage(
          at,
          (sent, to) => {
            writeText(to, 1, name);
            to.writeMessage(2, (inner, into) => writeMessage(type, into, inner), sent);
          },
          value,
        );
    },
  };
}

/** Appends in place: a copy for each value would take the square of their number. */
function appended<Value>(before: Value[], value: Value): Value[] {
  before.push(value);
  return before;
}
