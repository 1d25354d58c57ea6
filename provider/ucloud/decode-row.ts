import { type Image, type ImageSource, image } from "../contract/image.ts";
import { ResponseShapeError } from "../errors/response-shape-error.ts";
import { type ImageMember, noteOddMembers } from "./odd-members.ts";
import { createFieldReader, isRow, odd } from "./read-field.ts";
import { sharedList, sharedText } from "./shared-values.ts";

/** Where a row was read. */
export interface RowOrigin {
  readonly action: string;
  /** Path of the row in the response, for example `ImageSet[3]`. */
  readonly path: string;
  readonly source: ImageSource;
}

const { id: idSchema, source: _source, ...others } = image.shape;
const idReader = createFieldReader("id", idSchema);
const readers = Object.entries(others).map(([name, schema]) => createFieldReader(name, schema));

// Every image is a copy of this, so that all have one shape: V8 keeps objects that grow by twenty names as tables, at
// twice the memory.
const missing = new Map<string, unknown>(
  readers.map((reader) => [
    reader.name,
    Array.isArray(reader.missing) ? Object.freeze(reader.missing) : reader.missing,
  ]),
);
const blank = Object.fromEntries(Object.keys(image.shape).map((name) => [name, missing.get(name)]));

/** Texts that hardly two images share; looking for equal ones would only take time. */
const ownTexts: ReadonlySet<string> = new Set<ImageMember>(["name", "createdAt", "publishedAt", "updatedAt"]);

/** A value as images keep it: equal ones once. */
function kept(name: string, value: unknown): unknown {
  if (typeof value === "string") return ownTexts.has(name) ? value : sharedText(value);
  return Array.isArray(value) && typeof value[0] === "string" ? sharedList(value) : value;
}

/**
 * Reads a row as the wire sends it. The ID has to be there; any other member that is not of the documented type is
 * unknown, as if it were absent, and `oddMembers` names it: one publisher must not stop everybody's deployment.
 */
export function decodeImage(row: unknown, { action, path, source }: RowOrigin): Image {
  if (!isRow(row)) throw new ResponseShapeError({ reason: "SCHEMA", problem: "notObject", action, path });
  const id = idReader.read(row);
  if (id === undefined || id === odd)
    throw new ResponseShapeError({
      reason: "SCHEMA",
      problem: "type",
      action,
      path: `${path}.${idReader.path}`,
    });
  const members: Record<string, unknown> = { ...blank, id, source };
  const oddNames: string[] = [];
  for (const { name, read } of readers) {
    const value = read(row);
    if (value === odd) oddNames.push(name);
    else if (value !== undefined) members[name] = kept(name, value);
  }
  return noteOddMembers(members as Image, oddNames as ImageMember[]);
}
