import { type Image, type ImageSource, image } from "../contract/image.ts";
import { isRow } from "../contract/wire-row.ts";
import { ResponseShapeError } from "../errors/response-shape-error.ts";
import { blankImage, kept } from "./blank-image.ts";
import { type ImageMember, noteOddMembers } from "./odd-members.ts";
import { createFieldReader, odd } from "./read-field.ts";

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
  const members: Record<string, unknown> = { ...blankImage, id, source };
  const oddNames: string[] = [];
  for (const { name, read } of readers) {
    const value = read(row);
    if (value === odd) oddNames.push(name);
    else if (value !== undefined) members[name] = kept(name, value);
  }
  return noteOddMembers(members as Image, oddNames as ImageMember[]);
}
