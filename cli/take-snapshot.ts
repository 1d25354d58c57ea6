import type { ImageSource } from "../provider/contract/image.ts";
import { imageSources } from "../provider/contract/image-sources.ts";
import type { CatalogueFile, FileListing } from "../provider/listings/catalogue-file.ts";
import { catalogueText } from "../provider/listings/catalogue-file.ts";
import { readCatalogueFile } from "../provider/listings/read-catalogue-file.ts";
import { resolveScope } from "../provider/listings/scope.ts";
import type { Lookup } from "../provider/lookup/lookup.ts";

/** What a snapshot lists. */
export interface Wanted {
  readonly source: ImageSource;
  readonly region: string;
}

/** What everybody may see is listed unless more is asked for. */
const publicSources: readonly ImageSource[] = ["platform", "community"];

/** The listings of a snapshot: those that are asked for, else those that the file has already, else what everybody may see. */
export function wantedListings(
  sources: readonly string[] | undefined,
  regions: readonly string[] | undefined,
  known: readonly FileListing[],
  lookup: Lookup,
): readonly Wanted[] {
  if (sources === undefined && regions === undefined && known.length > 0)
    return known.map(({ source, region }) => ({ source, region }));
  const all = sources?.includes("any") === true;
  const chosen =
    sources === undefined ? publicSources : imageSources.filter((one) => all || sources.includes(one));
  const places = regions ?? [resolveScope({}, lookup.scope).region];
  return [...new Set(places)].flatMap((region) => chosen.map((source) => ({ source, region })));
}

/** Reads what is wanted, complete, as the file will give it back. */
export async function takeSnapshot(
  wanted: readonly Wanted[],
  takenAt: string,
  { catalogue, scope }: Lookup,
  signal: AbortSignal,
): Promise<CatalogueFile> {
  const regions = [...new Set(wanted.map(({ region }) => region))];
  const [listings, tags] = await Promise.all([
    Promise.all(
      wanted.map(async ({ source, region }) => {
        const images = await catalogue.images(resolveScope({ source, region }, scope), signal);
        return { source, region, images };
      }),
    ),
    Promise.all(
      regions.map(async (region) => ({
        region,
        ...(await catalogue.tags(resolveScope({ region }, scope), signal)),
      })),
    ),
  ]);
  // What the file leaves out must not count as a difference.
  const { file } = { file: undefined, ...readCatalogueFile(catalogueText({ takenAt, listings, tags })) };
  return file ?? { takenAt, listings, tags };
}
