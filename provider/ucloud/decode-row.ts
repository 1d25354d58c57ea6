import { type Image, type ImageMember, type ImageSource, image, imageMembers } from "../contract/image.ts";
import { isRow } from "../contract/wire-row.ts";
import { ResponseShapeError } from "../errors/response-shape-error.ts";
import { blankImage, imageOf, kept } from "./blank-image.ts";
import { noteOddMembers } from "./odd-members.ts";
import { createFieldReader, odd } from "./read-field.ts";

/** Where a row was read. */
export interface RowOrigin {
  readonly action: string;
  /** Path of the row in the response, for example `ImageSet[3]`. */
  readonly path: string;
  readonly source: ImageSource;
}

const idReader = createFieldReader("id", image.shape.id);
const readers = imageMembers
  .filter((name) => name !== "id" && name !== "source")
  .map((name) => ({ name, read: createFieldReader(name, image.shape[name]).read }));

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
  const oddNames: ImageMember[] = [];
  for (const { name, read } of readers) {
    const value = read(row);
    if (value === odd) oddNames.push(name);
    else if (value !== undefined) members[name] = kept(name, value);
  }
  return noteOddMembers(imageOf(members), oddNames);
}
