import type { Image } from "../contract/image.ts";
import { imageSources } from "../contract/image-sources.ts";
import type { CatalogFileProblems } from "../errors/catalog-file-problems.ts";
import { ConfigurationError } from "../errors/configuration-error.ts";
import type { Problem } from "../errors/input-problem.ts";
import { systemCode } from "../errors/system-code.ts";
import { messages } from "../messages/messages.ts";
import { plainText, quoted } from "../messages/plain-text.ts";
import { type Catalogue, type FileFacts, merged, repeated } from "./catalogue.ts";
import { type CatalogueFile, catalogueSchema, type FileListing, listingsOf } from "./catalogue-file.ts";
import { type FileFlaw, readCatalogueFile } from "./read-catalogue-file.ts";
import type { Scope } from "./scope.ts";

/** What a catalogue over a file is made of. */
export interface FileCatalogueParts {
  readonly path: string;
  /** Text of a file, or `undefined` if there is none. */
  readonly readFile: (path: string) => Promise<string | undefined>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly maxAgeDays: number | undefined;
  readonly warn: (text: string) => void;
}

/** Days after which a file is old. */
const oldDays = 14;

/** A catalogue that answers from a file alone. The file is read once, so that all calls see the same one. */
export function createFileCatalogue(parts: FileCatalogueParts): Catalogue {
  let loaded: Promise<CatalogueFile> | undefined;
  const load = (): Promise<CatalogueFile> => {
    loaded ??= readFile(parts);
    return loaded;
  };
  const warned = new Set<string>();
  const warnOnce = (text: string): void => {
    if (!warned.has(text)) parts.warn(text);
    warned.add(text);
  };
  // The same list for the same scope, so that what is worked out about it once is not worked out again.
  const lists = new Map<string, readonly Image[]>();
  const images = async (scope: Scope): Promise<readonly Image[]> => {
    const key = JSON.stringify([scope.source, scope.region]);
    const found = lists.get(key) ?? merged(neededListings(await load(), scope, parts.path, warnOnce));
    lists.set(key, found);
    return found;
  };
  return {
    images,
    search: async (scope) => {
      const [found, file] = [await images(scope), await load()];
      const again = (): readonly Image[] => repeated(listingsOf(file, scope));
      return { images: found, repeated: again, complete: true, changedDuringRead: false };
    },
    imageById: async (scope, id) => (await images(scope)).find((image) => image.id === id),
    tags: async ({ region }) => {
      const { tags, takenAt } = await load();
      const found = tags.find((one) => one.region === region);
      if (found !== undefined) return found;
      throw unusable({ kind: "catalogFileWithoutTags", path: parts.path, takenAt, region });
    },
    file: async () => factsOf(await load(), parts.path),
  };
}

function factsOf(file: CatalogueFile, path: string): FileFacts {
  return { path, takenAt: file.takenAt, lists: (scope) => listingsOf(file, scope).length > 0 };
}

/** The listings that a scope means. None is an error; of all catalogues those that are lacking are a warning. */
function neededListings(
  file: CatalogueFile,
  scope: Scope,
  path: string,
  warn: (text: string) => void,
): readonly FileListing[] {
  const { takenAt, listings } = file;
  const { source, region } = scope;
  const found = listingsOf(file, scope);
  if (found.length === 0) {
    const has = listings.map((one) => ({ source: one.source, region: one.region }));
    const wanted = { source, region };
    throw unusable({ kind: "catalogFileWithoutListing", path, takenAt, wanted, listings: has });
  }
  if (source === "any" && found.length < imageSources.length) {
    const lacking = imageSources.filter((one) => !found.some((listing) => listing.source === one));
    const { catalogFile, images } = messages();
    warn(catalogFile.anyLacks(quoted(path), takenAt, lacking.join(images.listSeparator), plainText(region)));
  }
  return found;
}

async function readFile(parts: FileCatalogueParts): Promise<CatalogueFile> {
  const { path, maxAgeDays } = parts;
  const text = await textOf(parts);
  if (text === undefined) throw unusable({ kind: "catalogFileMissing", path });
  const read = readCatalogueFile(text);
  if (read.flaw !== undefined) throw unusable(flawOf(read.flaw, path));
  const { takenAt } = read.file;
  const days = Math.floor((parts.now() - Date.parse(takenAt)) / 86_400_000);
  if (maxAgeDays !== undefined && days > maxAgeDays)
    throw unusable({ kind: "catalogFileTooOld", path, takenAt, days, maxAgeDays });
  if (days > oldDays) parts.warn(messages().catalogFile.old(quoted(path), takenAt, days));
  return read.file;
}

async function textOf({ path, readFile }: FileCatalogueParts): Promise<string | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    throw unusable({ kind: "catalogFileUnreadable", path, systemCode: systemCode(error) ?? "EIO" });
  }
}

function flawOf(flaw: FileFlaw, path: string): FileProblem {
  switch (flaw.problem) {
    case "notJson":
      return { kind: "catalogFileNotJson", path, line: flaw.line, column: flaw.column };
    case "schema":
      return { kind: "catalogFileSchema", path, schema: flaw.schema, known: catalogueSchema };
    case "twice":
      return { kind: "catalogFileRepeated", path, member: flaw.path };
    case "member":
      return { kind: "catalogFileMember", path, member: flaw.path };
    default:
      return flaw satisfies never;
  }
}

type FileProblem = Problem<keyof CatalogFileProblems>;

function unusable(problem: FileProblem): ConfigurationError {
  return ConfigurationError.ofNoProperty(problem, "catalogFile");
}
