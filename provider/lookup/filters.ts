import type { Image } from "../contract/image.ts";
import type { Filters } from "../contract/query.ts";
import type { InputProblem } from "../errors/argument-error.ts";
import { messages } from "../messages/messages.ts";
import { readMoment } from "./moments.ts";
import { globTest, regexTest } from "./name-patterns.ts";
import { tagKeys, wantedTag } from "./tags.ts";
import { imageVersion, rangeTest, readRange, readVersion } from "./versions.ts";

/** Name of a filter argument. */
export type FilterName = keyof Filters;

type Test = (image: Image) => boolean;

/** Why a value cannot be used. */
interface Broken {
  readonly broken: string;
}

/** Builds the test for what is wanted, or says why it cannot be. */
type Build<Wanted> = (wanted: Wanted) => Test | Broken;

const alike = (one: string | undefined, other: string): boolean => one?.toLowerCase() === other.toLowerCase();

function tags(
  combine: (
    has: readonly ((present: ReadonlySet<string>) => boolean)[],
    present: ReadonlySet<string>,
  ) => boolean,
): Build<readonly string[]> {
  return (wanted) => {
    const has = wanted.map(wantedTag);
    return (image) => combine(has, tagKeys(image.tags));
  };
}

function range(value: (image: Image) => ReturnType<typeof readVersion>): Build<string> {
  return (wanted) => {
    const readable = readRange(wanted);
    if (readable === undefined) return { broken: messages().images.filters.range };
    const inRange = rangeTest(readable);
    return (image) => inRange(value(image));
  };
}

/** Words, if any, and a range behind them: `Ubuntu >=22.04`. */
const osRange: Build<string> = (wanted) => {
  const [, words = "", rest = ""] = /^([^\d<>=~^*]*)(.*)$/s.exec(wanted) ?? [];
  const inText = (image: Image): boolean =>
    image.osVersion?.toLowerCase().includes(words.trim().toLowerCase()) === true;
  if (rest === "") return inText;
  const test = range((image) => readVersion(image.osVersion))(rest);
  return "broken" in test ? test : (image) => inText(image) && test(image);
};

function moment(
  value: (image: Image) => string | undefined,
  passes: (time: number, limit: number) => boolean,
): Build<string> {
  return (wanted) => {
    const limit = readMoment(wanted);
    if (limit === undefined)
      return {
        broken: messages().images.filters.moment,
      };
    return (image) => {
      const time = value(image);
      return time !== undefined && passes(Date.parse(time), limit);
    };
  };
}

const after = (time: number, limit: number): boolean => time >= limit;
const before = (time: number, limit: number): boolean => time < limit;

/** Asked for with `true`; `false` asks for nothing. */
const only =
  (test: Test): Build<boolean> =>
  (wanted) =>
    wanted ? test : () => true;

/** One row an argument, in the order in which they are applied and explained. */
const builds: { readonly [Name in FilterName]-?: Build<NonNullable<Filters[Name]>> } = {
  id: (wanted) => (image) => image.id === wanted,
  name: (wanted) => (image) => image.name === wanted,
  nameContains: (wanted) => (image) => image.name.includes(wanted),
  nameGlob: (wanted) => nameBuild(globTest(wanted)),
  nameRegex: (wanted) => nameBuild(regexTest(wanted)),
  imageType: (wanted) => (image) => image.imageType === wanted,
  author: (wanted) => (image) => image.author === wanted,
  groupId: (wanted) => (image) => image.groupId === wanted,
  officialOnly: only((image) => image.official),
  certifiedOnly: only((image) => image.certified || image.official),
  tags: tags((has, present) => has.every((one) => one(present))),
  tagsAny: tags((has, present) => has.some((one) => one(present))),
  tagsNone: tags((has, present) => !has.some((one) => one(present))),
  container: (wanted) => (image) => image.container === wanted,
  gpuType: (wanted) => (image) => image.gpuTypes?.some((type) => alike(type, wanted)) === true,
  framework: (wanted) => (image) => alike(image.framework, wanted),
  frameworkVersion: range((image) => readVersion(image.frameworkVersion)),
  cudaVersion: range((image) => readVersion(image.cudaVersion)),
  pythonVersion: range((image) => readVersion(image.pythonVersion)),
  osVersion: osRange,
  version: range(imageVersion),
  freeOnly: only((image) => image.price === 0 || (image.price === undefined && image.imageCharge === false)),
  maxPrice: (wanted) => (image) => image.price !== undefined && image.price <= wanted,
  maxSizeMb: (wanted) => (image) => image.sizeMb !== undefined && image.sizeMb <= wanted,
  createdAfter: moment((image) => image.createdAt, after),
  createdBefore: moment((image) => image.createdAt, before),
  publishedAfter: moment((image) => image.publishedAt, after),
  publishedBefore: moment((image) => image.publishedAt, before),
  statuses: (wanted) => (image) => image.status !== undefined && wanted.includes(image.status),
};

function nameBuild(test: ReturnType<typeof globTest>): Test | Broken {
  return typeof test === "function" ? (image) => test(image.name) : test;
}

/** Filters that leave out images that say nothing of what is asked, and which images those are. */
const silent: { readonly [Name in FilterName]?: Test } = {
  tags: (image) => image.tags.length === 0,
  tagsAny: (image) => image.tags.length === 0,
  groupId: (image) => image.groupId === undefined,
  container: (image) => image.container === undefined,
  gpuType: (image) => image.gpuTypes === undefined,
  framework: (image) => image.framework === undefined,
  frameworkVersion: (image) => readVersion(image.frameworkVersion) === undefined,
  cudaVersion: (image) => readVersion(image.cudaVersion) === undefined,
  pythonVersion: (image) => readVersion(image.pythonVersion) === undefined,
  osVersion: (image) => image.osVersion === undefined,
  version: (image) => imageVersion(image) === undefined,
  maxPrice: (image) => image.price === undefined,
  maxSizeMb: (image) => image.sizeMb === undefined,
  createdAfter: (image) => image.createdAt === undefined,
  createdBefore: (image) => image.createdAt === undefined,
  publishedAfter: (image) => image.publishedAt === undefined,
  publishedBefore: (image) => image.publishedAt === undefined,
};

/** Images that a filter leaves out because they say nothing of what it asks. */
export function unspecifiedImages({ argument }: AppliedFilter, images: readonly Image[]): Image[] {
  return images.filter(silent[argument] ?? (() => false));
}

/** What is wanted, as texts. */
export function wantedTexts({ wanted }: AppliedFilter): string[] {
  return [wanted].flat().map(String);
}

/** A filter that was asked for, ready to be applied. */
export interface AppliedFilter {
  readonly argument: FilterName;
  readonly wanted: string | number | boolean | readonly string[];
  readonly passes: Test;
}

function prepared(
  filters: Filters,
): readonly (AppliedFilter | (Broken & { readonly argument: FilterName }))[] {
  const names = Object.keys(builds) as FilterName[];
  return names.flatMap((argument) => {
    const wanted = filters[argument];
    // A flag that is off asks for nothing; of `container` both values ask for something.
    if (wanted === undefined || (wanted === false && argument !== "container")) return [];
    const build = builds[argument] as Build<typeof wanted>;
    const test = build(wanted);
    return [typeof test === "function" ? { argument, wanted, passes: test } : { argument, ...test }];
  });
}

/** Filters whose values cannot be used: no range, no date, no pattern. */
export function filterProblems(filters: Filters): InputProblem[] {
  return prepared(filters).flatMap((filter) =>
    "broken" in filter
      ? [{ property: filter.argument, reason: `\`${filter.argument}\` ${filter.broken}` }]
      : [],
  );
}

/** The filters of a search that has no such problem, `statuses` last. */
export function appliedFilters(filters: Filters): AppliedFilter[] {
  return prepared(filters).filter((filter) => "passes" in filter);
}

/** Images that pass every filter. */
export function matching(images: readonly Image[], filters: readonly AppliedFilter[]): Image[] {
  return images.filter((image) => filters.every((filter) => filter.passes(image)));
}

/** What was applied, as `selection.appliedFilters` shows it. */
export function describeFilters(filters: readonly AppliedFilter[]): Record<string, string> {
  return Object.fromEntries(filters.map((filter) => [filter.argument, wantedTexts(filter).join(", ")]));
}
