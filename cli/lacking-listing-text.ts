import type { Scope } from "../provider/listings/scope.ts";
import { plainText } from "../provider/messages/plain-text.ts";
import type { Localized } from "./localized.ts";

/** What a catalogue file does not have, and what to do about it. */
export function lackingListingText(
  takenAt: string,
  { source, region }: Pick<Scope, "source" | "region">,
): Localized {
  const [day, place] = [plainText(takenAt), plainText(region)];
  return {
    en: `the catalogue file of ${day} does not list ${source} in ${place}; take a new snapshot with it`,
    zh: `${day} 的目录文件没有收录 ${place} 的 ${source}；请重新生成包含它的快照`,
  };
}
