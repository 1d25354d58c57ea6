import {
  type Image,
  type ImageMember,
  type ImageSource,
  imageMembers,
  volatileMembers,
} from "../contract/image.ts";
import { imageSources } from "../contract/image-sources.ts";
import type { ImageTags } from "./catalogue.ts";
import { compareTexts } from "./compare-texts.ts";
import type { Scope } from "./scope.ts";
import { chosenSources } from "./sources.ts";

/** Name of the schema and the major version that is read and written. */
export const catalogueSchema = "compshare-catalog/1";

/** The images of one catalogue of CompShare in one region. */
export interface FileListing {
  readonly source: ImageSource;
  readonly region: string;
  readonly images: readonly Image[];
}

/** The tags that CompShare offered in a region. */
export interface FileTags extends ImageTags {
  readonly region: string;
}

/** What a catalogue file holds. */
export interface CatalogueFile {
  /** The day on which it was taken, in UTC. */
  readonly takenAt: string;
  readonly listings: readonly FileListing[];
  readonly tags: readonly FileTags[];
}

/** The listings of a file that a scope means, in the order in which an image that stands in several of them is taken. */
export function listingsOf(
  { listings }: Pick<CatalogueFile, "listings">,
  { source, region }: Pick<Scope, "source" | "region">,
): readonly FileListing[] {
  return chosenSources(source).flatMap((one) =>
    listings.filter((listing) => listing.source === one && listing.region === region),
  );
}

/**
 * Members that are left out beside those that change from call to call: what says who somebody is, and what is large or of no use for
 * a choice. The catalogue is that of the listing.
 */
const leftOut: ReadonlySet<ImageMember> = new Set<ImageMember>([
  "source",
  "ownerAccountName",
  "ownerAccountId",
  "qrCodeUrl",
  "cover",
  "readme",
  "failedReason",
]);

/** The account that shares an image can be asked for, so it stays. */
const keptForShared: ReadonlySet<ImageMember> = new Set<ImageMember>(["ownerAccountId"]);

/** Members that the file has of an image of this catalogue, in their order. */
export function writtenMembers(source: ImageSource): readonly ImageMember[] {
  return imageMembers.filter(
    (name) =>
      (!leftOut.has(name) && !volatileMembers.has(name)) || (source === "shared" && keptForShared.has(name)),
  );
}

/** The text of a catalogue file: an image a line, ordered by ID, so that a review shows what changed. */
export function catalogueText({ takenAt, listings, tags }: CatalogueFile): string {
  const ordered = listings.toSorted(
    (one, other) => sourceRank(one) - sourceRank(other) || compareTexts(one.region, other.region),
  );
  const head = `{"schema":${JSON.stringify(catalogueSchema)},"takenAt":${JSON.stringify(takenAt)},"listings":`;
  const regions = tags
    .toSorted((one, other) => compareTexts(one.region, other.region))
    .map(({ region, categories, tags }) => JSON.stringify({ region, categories, tags }));
  return `${head}${lines(ordered.map(listingText))},"tags":${lines(regions)}}\n`;
}

function listingText({ source, region, images }: FileListing): string {
  const names = writtenMembers(source);
  const rows = images
    .toSorted((one, other) => compareTexts(one.id, other.id))
    .map((one) => JSON.stringify(Object.fromEntries(names.flatMap((name) => entry(name, one[name])))));
  return `{"source":${JSON.stringify(source)},"region":${JSON.stringify(region)},"images":${lines(rows)}}`;
}

/** What a reader would fill in by itself is left out. */
function entry(name: ImageMember, value: unknown): readonly (readonly [ImageMember, unknown])[] {
  const usual =
    value === undefined || value === false || value === "" || (Array.isArray(value) && value.length === 0);
  // Of members that may be unknown, `false` and the empty list say something.
  return usual && (value === undefined || withDefault.has(name)) ? [] : [[name, value]];
}

const withDefault: ReadonlySet<ImageMember> = new Set<ImageMember>(["name", "tags", "official", "certified"]);

function lines(entries: readonly string[]): string {
  return entries.length === 0 ? "[]" : `[\n${entries.join(",\n")}\n]`;
}

function sourceRank({ source }: FileListing): number {
  return imageSources.indexOf(source);
}
