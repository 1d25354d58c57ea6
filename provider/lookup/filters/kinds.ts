import type { Image } from "../../contract/image.ts";
import type { LackingValue } from "../../errors/no-match.ts";
import { rangeTest } from "../versions/range.ts";
import { readRange } from "../versions/read-range.ts";
import type { Version } from "../versions/version.ts";
import { adviseFromSet } from "./advise-values.ts";
import { adviseVersions } from "./advise-versions.ts";
import { type Broken, type Filter, filter, type Test } from "./filter.ts";
import { readMoment } from "./moments.ts";

/** Members of an image that hold text. */
type TextMember = {
  [Member in keyof Image]-?: Image[Member] extends string | undefined ? Member : never;
}[keyof Image];

/** Exact text, of a set of values that is small enough to be suggested from. */
export function exactText(
  member: TextMember,
  lacking: LackingValue,
  compare: (one: string, other: string) => boolean = (one, other) => one === other,
): Filter<string> {
  return filter({
    test: (wanted) => (image) => {
      const value = image[member];
      return value !== undefined && compare(value, wanted);
    },
    reads: () => [member],
    shown: (image) => image[member],
    lacking,
    isSpecified: (image) => image[member] !== undefined,
    advise: adviseFromSet((image) => image[member]),
    distinguishing: (image) => [image[member]],
    hasSubstitutes: true,
  });
}

/** Exact text that says who has published an image. */
export function publisherText(member: TextMember, lacking: LackingValue): Filter<string> {
  return { ...exactText(member, lacking), publisherOf: (image) => image[member] };
}

/** Case-insensitive comparison. */
export function sameIgnoringCase(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** A range of versions. `text` is what an image says of it, `versionOf` reads that text. */
export function versionRange(
  reads: Filter<string>["reads"],
  text: (image: Image) => string | undefined,
  versionOf: (text: string | undefined) => Version | undefined,
): Filter<string> {
  const read = (image: Image): Version | undefined => versionOf(text(image));
  // A text such as `CUDA 13.2 (cuDNN 9)` is no range; its version is.
  const asked = (image: Image): string | undefined => {
    const said = text(image);
    return said !== undefined && /^[0-9]+(?:\.[0-9]+)*$/.test(said) ? said : read(image)?.text;
  };
  return filter({
    test: (wanted) => {
      const range = readRange(wanted);
      if (range === undefined) return { broken: { kind: "versionRange" } };
      const inRange = rangeTest(range);
      return (image) => inRange(read(image));
    },
    reads,
    shown: text,
    lacking: "version",
    isSpecified: (image) => read(image) !== undefined,
    advise: adviseVersions(asked, versionOf),
    distinguishing: (image) => [asked(image)],
    hasSubstitutes: true,
  });
}

/** A bound of a time, the bound itself included in `after` only. */
export function moment(
  member: "createdAt" | "publishedAt",
  passes: (time: number, bound: number) => boolean,
): Filter<string> {
  return filter({
    test: (wanted): Test | Broken => {
      const bound = readMoment(wanted);
      if (bound === undefined) return { broken: { kind: "moment" } };
      return (image) => {
        const time = image[member];
        return time !== undefined && passes(Date.parse(time), bound);
      };
    },
    reads: () => [member],
    shown: (image) => image[member],
    lacking: "time",
    isSpecified: (image) => image[member] !== undefined,
    advise: () => [],
    distinguishing: () => [],
    hasSubstitutes: true,
  });
}

/** At the bound or later. */
export const after = (time: number, bound: number): boolean => time >= bound;

/** Earlier than the bound. */
export const before = (time: number, bound: number): boolean => time < bound;

/** Asked for with `true`; `false` asks for nothing. */
export function flag({
  passes,
  ...parts
}: Pick<Filter<boolean>, "reads" | "shown" | "lacking" | "isSpecified"> &
  Partial<Pick<Filter<boolean>, "publisherOf">> & { readonly passes: Test }): Filter<boolean> {
  return filter({
    test: () => passes,
    asks: (wanted) => wanted,
    advise: () => [],
    distinguishing: () => [],
    hasSubstitutes: true,
    ...parts,
  });
}
