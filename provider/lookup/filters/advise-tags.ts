import type { Image } from "../../contract/image.ts";
import type { Advice } from "../../errors/no-match.ts";
import { isWritable } from "../../messages/plain-text.ts";
import { near } from "./advise-values.ts";
import type { Miss } from "./filter.ts";
import { splitTag, tagKey, tagKeys } from "./tag-spellings.ts";

/** Most tags that get a line each. */
const mostTags = 3;

/** What became of tags that no image has, or that no image has together. */
export function adviseTags(miss: Miss): Advice[] {
  const wanted = eachOnce([miss.wanted].flat().map(String));
  const spelled = eachOnce(miss.images.flatMap(({ tags }) => tags));
  const present = tagKeys(spelled);
  const missing = wanted.filter((tag) => !present.has(tagKey(tag)));
  if (missing.length === 0) return neverTogether(miss, wanted);
  const lines = missing.slice(0, mostTags).map((tag) => missingTag(miss, wanted, tag, spelled));
  const more = missing.length - mostTags;
  return more > 0 ? [...lines, { kind: "moreTags", count: more }] : lines;
}

/** The tags that lists of them hold, each once, in the spelling that comes first. */
function eachOnce(stored: readonly string[]): string[] {
  const first = new Map<string, string>();
  for (const tag of stored.flatMap(splitTag)) if (!first.has(tagKey(tag))) first.set(tagKey(tag), tag);
  return [...first.values()];
}

function neverTogether(miss: Miss, wanted: readonly string[]): Advice[] {
  if (miss.argument !== "tags" || wanted.length < 2) return [];
  const keys = wanted.map(tagKey);
  const hasAll = ({ tags }: Image): boolean => keys.every((key) => tagKeys(tags).has(key));
  if (miss.images.some(hasAll)) return [];
  const change = { tags: undefined, tagsAny: wanted };
  return [{ kind: "tagsNeverTogether", change: miss.works(change) ? change : undefined }];
}

function missingTag(miss: Miss, wanted: readonly string[], tag: string, spelled: readonly string[]): Advice {
  const found = near(tag, spelled).filter((spelling) => isWritable(spelling));
  const instead = (spelling: string) => ({
    [miss.argument]: wanted.map((one) => (one === tag ? spelling : one)),
  });
  const working = found.filter((spelling) => miss.works(instead(spelling)));
  return {
    kind: "noTag",
    argument: miss.argument,
    tag,
    closest: working.length > 0 ? working : found,
    changes: working.map(instead),
    offered: undefined,
  };
}
