import * as z from "zod/mini";
import { type FieldFacts, fieldFacts, type WireRow } from "../contract/field.ts";
import { type Image, type ImageSource, image } from "../contract/image.ts";
import { ResponseShapeError } from "../errors/response-shape-error.ts";

interface DecodeStep {
  readonly name: string;
  readonly path: string;
  readonly schema: z.core.$ZodType;
  readonly read: (row: WireRow) => unknown;
  readonly zeroIsAbsent: boolean;
  /** Kinds of values that the schema takes as they are; they need not go through it. */
  readonly asIs: ReadonlySet<string>;
  /** Whether the schema has an answer of its own for a member that is not there. */
  readonly hasDefault: boolean;
}

function isRow(value: unknown): value is WireRow {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Stands for the members of a parent that is no object: no field takes it, so its path becomes the error. */
const noMember = Symbol("member of a value that is no object");

/** Reads members by their path. */
function reader(path: string): (row: WireRow) => unknown {
  const [parent, member] = path.split(".");
  if (parent === undefined || member === undefined) return (row) => row[path];
  return (row) => {
    const value = row[parent];
    if (value === undefined || value === null) return undefined;
    return isRow(value) ? value[member] : noMember;
  };
}

function step([name, schema]: readonly [string, z.core.$ZodType]): DecodeStep {
  const facts: FieldFacts = fieldFacts.get(schema) ?? {};
  const paths = typeof facts.wire === "string" ? [facts.wire] : (facts.wire ?? []);
  const [first = () => undefined, ...others] = paths.map(reader);
  const alternatives = (row: WireRow): unknown =>
    others.map((one) => one(row)).find((value) => value !== undefined && value !== null);
  const read =
    facts.derive ??
    (others.length === 0 ? first : (row: WireRow): unknown => first(row) ?? alternatives(row));
  const absent = z.safeParse(schema, undefined);
  return {
    name,
    path: paths[0] ?? name,
    schema,
    read,
    zeroIsAbsent: facts.zeroIsAbsent === true,
    asIs: new Set(samples.filter(([, value]) => takesAsIs(schema, value)).map(([kind]) => kind)),
    hasDefault: !absent.success || absent.data !== undefined,
  };
}

/** One value of each kind that needs no second look: for the contract's types, one speaks for all of its kind. */
const samples = [
  ["text", "x"],
  ["whole number", 7],
  ["boolean", true],
  ["texts", ["x"]],
] as const;

function takesAsIs(schema: z.core.$ZodType, value: unknown): boolean {
  const result = z.safeParse(schema, value);
  return result.success && JSON.stringify(result.data) === JSON.stringify(value);
}

/** Kind of a value, as the samples name it. */
function kindOf(value: unknown): string {
  if (typeof value === "string") return value === "" ? "empty text" : "text";
  if (typeof value === "number") return Number.isSafeInteger(value) ? "whole number" : "number";
  if (typeof value === "boolean") return "boolean";
  return Array.isArray(value) && value.every((entry) => typeof entry === "string") ? "texts" : "other";
}

const imageSteps = Object.entries(image.shape).map(step);

/** Where a row was read, for errors. */
export interface RowOrigin {
  readonly action: string;
  /** Path of the row in the response, for example `ImageSet[3]`. */
  readonly path: string;
  readonly source: ImageSource;
}

/** Reads a row as the wire sends it. A member of the wrong kind is an error that names its path, never a silent gap. */
export function decodeImage(row: unknown, origin: RowOrigin): Image {
  const { action, path, source } = origin;
  if (!isRow(row)) throw new ResponseShapeError({ reason: "SCHEMA", problem: "notObject", action, path });
  const members: Record<string, unknown> = {};
  for (const step of imageSteps) {
    const value = step.name === "source" ? source : step.read(row);
    const zero = step.zeroIsAbsent && (value === 0 || value === "0" || value === "");
    if (value === undefined || value === null || zero) {
      if (step.hasDefault) members[step.name] = parsed(step, undefined, origin);
    } else {
      members[step.name] = step.asIs.has(kindOf(value)) ? value : parsed(step, value, origin);
    }
  }
  return members as Image;
}

function parsed({ schema, path: member }: DecodeStep, value: unknown, { action, path }: RowOrigin): unknown {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  throw new ResponseShapeError({ reason: "SCHEMA", problem: "type", action, path: `${path}.${member}` });
}
