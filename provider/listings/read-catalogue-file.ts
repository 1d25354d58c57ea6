import * as z from "zod/mini";
import { type Image, type ImageMember, type ImageSource, image } from "../contract/image.ts";
import { imageSources } from "../contract/image-sources.ts";
import { isRow, type WireRow } from "../contract/wire-row.ts";
import { pathText } from "../schema/path-text.ts";
import { blankImage, imageOf, kept } from "../ucloud/blank-image.ts";
import { type CatalogueFile, catalogueSchema, type FileListing, writtenMembers } from "./catalogue-file.ts";
import { jsonFlaw, lineAndColumn } from "./json-position.ts";
import { memberTest } from "./member-test.ts";

/** Why a text is no catalogue file that can be read. */
export type FileFlaw =
  | { readonly problem: "notJson"; readonly line: number; readonly column: number }
  | { readonly problem: "schema"; readonly schema: string }
  /** A member that is missing or of the wrong kind, by its path. */
  | { readonly problem: "member"; readonly path: string }
  | { readonly problem: "twice"; readonly path: string };

/** A catalogue file as it was read. */
export interface ReadCatalogueFile extends CatalogueFile {
  /** Name and version of its schema, a minor version included. */
  readonly schema: string;
}

/** A catalogue file, or why it is none. Members that this version does not know are left out. */
export function readCatalogueFile(
  text: string,
): { readonly file: ReadCatalogueFile; readonly flaw?: never } | { readonly flaw: FileFlaw } {
  const parsed = parseJson(text.replace(/^\ufeff/, ""));
  if ("flaw" in parsed) return parsed;
  const head = z.safeParse(schemaMember, parsed.value);
  if (!head.success) return { flaw: { problem: "member", path: "schema" } };
  const { schema } = head.data;
  if (schema !== catalogueSchema && !schema.startsWith(`${catalogueSchema}.`))
    return { flaw: { problem: "schema", schema } };
  const body = z.safeParse(fileMembers, parsed.value);
  if (!body.success) return { flaw: { problem: "member", path: pathText(body.error.issues[0]?.path ?? []) } };
  const { takenAt, listings, tags = [] } = body.data;
  const read = listings.map((listing, index) => readListing(listing, `listings[${index}]`));
  const flaw = read.find((one) => "problem" in one) ?? repeatedListing(listings);
  if (flaw !== undefined) return { flaw };
  return { file: { schema, takenAt, listings: read.filter((one) => "images" in one), tags } };
}

const schemaMember = z.object({ schema: z.string() });

const day = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/),
  // A day that its month does not have is read as one of the next month.
  z.refine((value) => {
    const time = Date.parse(value);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
  }),
);

const fileMembers = z.object({
  takenAt: day,
  listings: z.array(
    z.object({ source: z.enum(imageSources), region: z.string(), images: z.array(z.unknown()) }),
  ),
  tags: z.optional(
    z.array(
      z.object({
        region: z.string(),
        categories: z.record(z.string(), z.array(z.string())),
        tags: z.array(z.string()),
      }),
    ),
  ),
});

type RawListing = z.output<typeof fileMembers>["listings"][number];

function parseJson(text: string): { readonly value: unknown } | { readonly flaw: FileFlaw } {
  try {
    return { value: JSON.parse(text) };
  } catch {
    const place = lineAndColumn(text, jsonFlaw(text) ?? text.length);
    return { flaw: { problem: "notJson", ...place } };
  }
}

function repeatedListing(listings: readonly RawListing[]): FileFlaw | undefined {
  const seen = new Set<string>();
  for (const [index, { source, region }] of listings.entries()) {
    const key = `${source} ${region}`;
    if (seen.has(key)) return { problem: "twice", path: `listings[${index}]` };
    seen.add(key);
  }
  return undefined;
}

function readListing({ source, region, images }: RawListing, path: string): FileListing | FileFlaw {
  const members = membersOf(source);
  const seen = new Set<string>();
  const read: Image[] = [];
  for (const [index, row] of images.entries()) {
    const where = `${path}.images[${index}]`;
    if (!isRow(row)) return { problem: "member", path: where };
    const one = readImage(row, source, members);
    if (typeof one === "string") return { problem: "member", path: `${where}.${one}` };
    if (seen.has(one.id)) return { problem: "twice", path: where };
    seen.add(one.id);
    read.push(one);
  }
  return { source, region, images: read };
}

interface Member {
  readonly name: ImageMember;
  readonly accepts: (value: unknown) => boolean;
}

/** The members of an image as a file of this catalogue has them. */
function membersOf(source: ImageSource): readonly Member[] {
  return writtenMembers(source).map((name) => ({ name, accepts: memberTest(image.shape[name]) }));
}

/** The image, or the name of the member that is wrong. */
function readImage(given: WireRow, source: ImageSource, members: readonly Member[]): Image | string {
  const known: Record<string, unknown> = { ...blankImage, official: false, certified: false, source };
  for (const { name, accepts } of members) {
    const value = given[name];
    if (value === undefined) {
      if (name === "id") return name;
      continue;
    }
    if (!accepts(value)) return name;
    known[name] = kept(name, value);
  }
  return imageOf(known);
}
