import type { ImageSource } from "../contract/image.ts";
import { imageSources } from "../contract/image-sources.ts";
import type { NotListed } from "../errors/no-match.ts";
import type { Catalogue, FileFacts } from "../listings/catalogue.ts";
import type { Scope } from "../listings/scope.ts";
import type { Lookup } from "./lookup.ts";

/** The catalogue file that does not list what a scope means; `undefined` where it does, or where CompShare itself is asked. */
export async function fileLacking(scope: Scope, { catalogue }: Lookup): Promise<FileFacts | undefined> {
  const file = await catalogue.file?.();
  return file?.lists(scope) === false ? file : undefined;
}

/** The catalogues that a file lists of a region. */
export function listedSources(file: FileFacts, region: string): readonly ImageSource[] {
  return imageSources.filter((source) => file.lists({ source, region }));
}

/** What to say of an ID that was not found in a catalogue file; `undefined` where CompShare itself was asked, which knows. */
export async function notListed(
  { file }: Catalogue,
  argument: string,
  id: string,
): Promise<NotListed | undefined> {
  if (file === undefined) return undefined;
  const { path, takenAt } = await file();
  return { argument, id, path, takenAt };
}
