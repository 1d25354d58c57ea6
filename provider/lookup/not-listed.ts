import type { NotListed } from "../errors/no-match.ts";
import type { Catalogue } from "../listings/catalogue.ts";

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
