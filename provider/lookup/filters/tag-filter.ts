import { type Filter, filter } from "./filter.ts";
import { shownTags, splitTag, tagKey, tagKeys } from "./tag-spellings.ts";

/**
 * A filter by tags. `fits` says what of the wanted ones an image must have. Of a wanted tag that is joined as CompShare
 * stores it, each half is a tag by itself.
 */
export function tagFilter(
  fits: (wanted: readonly string[], present: ReadonlySet<string>) => boolean,
  parts: Pick<Filter<readonly string[]>, "isSpecified" | "advise" | "distinguishing">,
): Filter<readonly string[]> {
  return filter<readonly string[]>({
    test: (wanted) => {
      if (!wanted.every(holdsTag)) return { broken: { kind: "blankTag" } };
      const keys = wanted.flatMap(splitTag).map(tagKey);
      return (image) => fits(keys, tagKeys(image.tags));
    },
    reads: () => ["tags"],
    shown: shownTags,
    lacking: "tags",
    hasSubstitutes: true,
    ...parts,
  });
}

/** Whether a wanted text holds a tag. What nobody can see asks for nothing, which is nearly always a slip. */
function holdsTag(wanted: string): boolean {
  return /[^\s,，\p{Default_Ignorable_Code_Point}]/u.test(wanted);
}
