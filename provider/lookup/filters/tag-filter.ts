import { type Filter, filter } from "./filter.ts";
import { shownTags, tagKeys, wantedTag } from "./tag-spellings.ts";

/** A filter by tags. `fits` says what of the wanted ones an image must have; each of them asks whether it is there. */
export function tagFilter(
  fits: (
    wanted: readonly ((present: ReadonlySet<string>) => boolean)[],
    present: ReadonlySet<string>,
  ) => boolean,
  parts: Partial<Filter<readonly string[]>>,
): Filter<readonly string[]> {
  return filter<readonly string[]>({
    test: (wanted) => {
      const tags = wanted.map(wantedTag);
      return (image) => fits(tags, tagKeys(image.tags));
    },
    reads: () => ["tags"],
    shown: shownTags,
    lacking: "tags",
    ...parts,
  });
}
