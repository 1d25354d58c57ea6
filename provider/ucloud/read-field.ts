import * as z from "zod/mini";
import { type FieldFacts, fieldFacts } from "../contract/field.ts";
import { isAbsent, isRow, type WireRow } from "../contract/wire-row.ts";
import { takenAsIs } from "./taken-as-is.ts";

/** Stands for a member that is there but not of the documented type: nobody knows its value. */
export const odd: unique symbol = Symbol("a member of another type");

/** How a field is read from a row. */
export interface FieldReader {
  readonly name: string;
  /** Where it stands on the wire, for example `Softwares.CUDAVersion`. */
  readonly path: string;
  /** Value of a row that does not have it. */
  readonly missing: unknown;
  /** Its value; `undefined` where the row has none, `odd` where it has one of another type. */
  readonly read: (row: WireRow) => unknown;
}

/** Reads a member by its path. A parent that is no object makes each of its members odd. */
function memberAt(path: string): (row: WireRow) => unknown {
  const [parent, member] = path.split(".");
  if (parent === undefined || member === undefined) return (row) => row[path];
  return (row) => {
    const value = row[parent];
    if (isAbsent(value)) return undefined;
    return isRow(value) ? value[member] : odd;
  };
}

/** The reader of a field: its name here, and its schema with the facts of the contract. */
export function createFieldReader(name: string, schema: z.core.$ZodType): FieldReader {
  const facts: FieldFacts = fieldFacts.get(schema) ?? {};
  const paths = [facts.wire ?? []].flat();
  const find = facts.derive ?? firstOf(paths.map(memberAt));
  const asIs = takenAsIs(schema);
  const missing = z.safeParse(schema, undefined);
  const zero = facts.zeroIsAbsent === true;
  return {
    name,
    path: paths[0] ?? name,
    missing: missing.success ? missing.data : undefined,
    read: (row) => {
      const value = find(row);
      if (isAbsent(value) || (zero && (value === 0 || value === "0"))) return undefined;
      if (value === odd || asIs(value)) return value;
      const result = z.safeParse(schema, value);
      return result.success ? result.data : odd;
    },
  };
}

/** The first of several members that is there. */
function firstOf(members: readonly ((row: WireRow) => unknown)[]): (row: WireRow) => unknown {
  const [first = () => undefined, ...others] = members;
  if (others.length === 0) return first;
  return (row) => {
    for (const member of members) {
      const value = member(row);
      if (!isAbsent(value)) return value;
    }
    return undefined;
  };
}
