import * as z from "zod/mini";
import { type FieldFacts, fieldFacts, type WireRow } from "../contract/field.ts";
import { type Image, type ImageSource, image } from "../contract/image.ts";
import { ResponseShapeError } from "../errors/response-shape-error.ts";
import { texts } from "../errors/texts.ts";

interface DecodeStep {
  readonly name: string;
  readonly path: string;
  readonly read: (row: WireRow) => unknown;
  readonly zeroIsAbsent: boolean;
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
  const readers = paths.map(reader);
  const read =
    facts.derive ??
    ((row: WireRow) => readers.map((one) => one(row)).find((value) => value !== undefined && value !== null));
  return { name, path: paths[0] ?? name, read, zeroIsAbsent: facts.zeroIsAbsent === true };
}

const imageSteps = Object.entries(image.shape).map(step);

/** Reads a row as the wire sends it. A member of the wrong kind is an error that names its path, never a silent gap. */
export function decodeImage(row: unknown, place: string, source: ImageSource = "platform"): Image {
  if (!isRow(row)) throw new ResponseShapeError("SCHEMA", texts().gateway.reply.notObject(place));
  const members: Record<string, unknown> = { source };
  for (const { name, read, zeroIsAbsent } of imageSteps) {
    const value = read(row);
    if (value === undefined || value === null) continue;
    if (zeroIsAbsent && (value === 0 || value === "0" || value === "")) continue;
    members[name] = value;
  }
  const result = z.safeParse(image, members);
  if (result.success) return result.data;
  const wrong = result.error.issues[0]?.path[0];
  const path = imageSteps.find(({ name }) => name === wrong)?.path ?? "";
  throw new ResponseShapeError("SCHEMA", texts().gateway.reply.wrongKind(`${place}.${path}`));
}
