import type { Image } from "../../contract/image.ts";
import { type Broken, type Filter, filter } from "./filter.ts";
import type { NameTest } from "./name-patterns.ts";

/**
 * A filter by name. It means an image's own name; the name of its group is tried where no image has the name itself,
 * since publishers write the name of an image in either place.
 */
export function nameFilter(
  build: (wanted: string) => NameTest | Broken,
  parts: Pick<Filter<string>, "advise" | "distinguishing">,
): Filter<string> {
  return filter({
    test: (wanted) => {
      const fits = build(wanted);
      return typeof fits === "function" ? (image) => fits(image.name) : fits;
    },
    fallback: {
      test: (wanted) => {
        const fits = build(wanted);
        return ({ groupName }) => groupName !== undefined && typeof fits === "function" && fits(groupName);
      },
      reads: () => ["name", "groupName"],
    },
    reads: () => ["name"],
    shown: ownName,
    lacking: "name",
    isSpecified: (image) => ownName(image) !== undefined,
    hasSubstitutes: false,
    ...parts,
  });
}

/** Own name of an image; absent where it has none. */
export function ownName({ name }: Image): string | undefined {
  return name === "" ? undefined : name;
}
