import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { Image } from "../../../provider/contract/image.ts";
import type { Filters, OrderKey } from "../../../provider/contract/query.ts";
import { ImageAmbiguousError } from "../../../provider/errors/image-ambiguous-error.ts";
import { ImageNotFoundError } from "../../../provider/errors/image-not-found-error.ts";
import type { Advice } from "../../../provider/errors/no-match.ts";
import type { Change } from "../../../provider/errors/query-facts.ts";
import { resolveScope, type Scope, type SourceChoice } from "../../../provider/listings/scope.ts";
import { allowsChange, type QueryInputs, queryProblems } from "../../../provider/lookup/check-query.ts";
import { changedFilters } from "../../../provider/lookup/filters/applied-filters.ts";
import { findImage } from "../../../provider/lookup/find-images.ts";
import type { Lookup } from "../../../provider/lookup/lookup.ts";
import type { Question } from "../../../provider/lookup/search.ts";
import { type Found, selectImage } from "../../../provider/lookup/select-images.ts";
import { makeImage } from "../../support/listings/make-image.ts";
import { thrownBy } from "../../support/thrown.ts";

const some = <Value>(values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 });
const rarely = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const names = ["ab", "ac", "AB", "vLLM v0.10.0", "vLLM v0.12.0", "torch_2.9.1", "镜像", "v\\LLM\u200b"];
const tags = ["pytorch，Pytorch", "qwen", "推理框架", "comfyUI"];
const versions = ["1.9", "2.10.0", "2.9.1", "13.0"];

const rows = fc.array(
  fc.record({
    name: some(names),
    groupName: rarely(some(["FaceFusion", "ab"])),
    source: some(["platform", "community"]),
    imageType: maybe(some(["System", "App"])),
    status: maybe(some(["Available", "Offline"])),
    author: maybe(some(["UCloud", "maker"])),
    ownerAccountId: maybe(some(["1", "2"])),
    official: fc.boolean(),
    certified: fc.boolean(),
    groupId: maybe(some(["g", "h"])),
    tags: fc.subarray(tags, { maxLength: 2 }),
    container: maybe(fc.boolean()),
    gpuTypes: maybe(fc.subarray(["4090", "5090"])),
    framework: maybe(some(["PyTorch", "vLLM"])),
    frameworkVersion: maybe(some(versions)),
    cudaVersion: maybe(some(["12.4", "12.8", "CUDA 13.2 (cuDNN 9)"])),
    pythonVersion: maybe(some(["3.10", "Python 3.12.3"])),
    osVersion: maybe(some(["Ubuntu 22.04", "Ubuntu 24.04 64位", "Debian 12", "Windows"])),
    versionName: maybe(some(versions)),
    price: maybe(some([0, 1.5])),
    sizeMb: maybe(some([100, 200])),
    publishedAt: maybe(some(["2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"])),
  }),
  { minLength: 1, maxLength: 16, size: "max" },
);

/** Images, of which now and then the first is in both catalogues: only where it is, or its ID, tells the two apart. */
const catalogue: fc.Arbitrary<readonly Image[]> = fc.tuple(rows, fc.nat(3)).map(([own, more]) => {
  const [first] = own;
  const twins = more > 0 || first === undefined ? [] : twinsOf(first);
  return [...own, ...twins].map((row, index) =>
    makeImage(present({ ...row, id: `compshareImage-${index}abc` })),
  );
});

function twinsOf<Row>(row: Row): (Row & { readonly source: "platform" | "community" })[] {
  return [
    { ...row, source: "platform" },
    { ...row, source: "community" },
  ];
}

function present<Value extends object>(
  value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as never;
}

type Query = Filters & QueryInputs & { readonly orderBy?: readonly OrderKey[] };

const query: fc.Arbitrary<Query> = fc
  .record({
    id: rarely(some(["compshareImage-0abc", "compshareImage-0abd", "other"])),
    name: rarely(some([...names, "abc", "FaceFusion"])),
    nameContains: rarely(some(["a", "vLLM", "zz"])),
    nameGlob: rarely(some(["a*", "v?LM*"])),
    nameRegex: rarely(some(["^a", "torch|vLLM"])),
    imageType: rarely(some(["system", "App"])),
    author: rarely(some(["UCloud", "ucloud"])),
    ownerAccountId: rarely(some(["1", "3"])),
    groupId: rarely(some(["g", "x"])),
    officialOnly: rarely(fc.boolean()),
    certifiedOnly: rarely(fc.boolean()),
    tags: rarely(fc.subarray(["pytroch", "QWEN", "推理框架", "pytorch"], { minLength: 1 })),
    tagsAny: rarely(fc.subarray(["qwne", "comfyui"], { minLength: 1 })),
    tagsNone: rarely(fc.subarray(["qwen", "pytorch"], { minLength: 1 })),
    container: rarely(fc.boolean()),
    gpuType: rarely(some(["4090", "H20"])),
    framework: rarely(some(["pytorch", "SGLang"])),
    frameworkVersion: rarely(some(["3.x", ">=2"])),
    cudaVersion: rarely(some(["14", "12.x"])),
    pythonVersion: rarely(some(["3.1", "3.12"])),
    osVersion: rarely(some(["Ubunto", "Ubuntu >=26", "13", "Debian"])),
    version: rarely(some(["^9", "2.x"])),
    freeOnly: rarely(fc.boolean()),
    maxPrice: rarely(some([0, 1])),
    maxSizeMb: rarely(some([50, 100])),
    publishedAfter: rarely(some(["2026-01-15", "2027-01-01"])),
    statuses: fc.oneof(
      { weight: 9, arbitrary: fc.constant<string[]>(["Available"]) },
      { weight: 1, arbitrary: fc.subarray<string>(["available", "Making", "Offline"], { minLength: 1 }) },
    ),
    source: rarely(some<SourceChoice>(["community", "any", "shared"])),
    mostRecent: rarely(fc.boolean()),
    orderBy: rarely(fc.constant<OrderKey[]>(["-version"])),
  })
  .map(present);

function questionOf(asked: Query): Question {
  const { orderBy, mostRecent } = asked;
  return {
    filters: asked,
    scope: resolveScope(asked, {}),
    orderBy,
    mostRecent,
    allows: (change) => allowsChange(asked, change, true),
    byId: (id) => ({ id }),
  };
}

/** What the single function makes of a query over catalogues, each with its own images. */
function select(images: readonly Image[], asked: Query): Found {
  const question = questionOf(asked);
  return selectImage({ ...question, images: imagesOf(images, question.scope) });
}

function imagesOf(images: readonly Image[], { source }: Pick<Scope, "source">): readonly Image[] {
  return source === "any" ? images : images.filter((image) => image.source === source);
}

/** The query with a change, as a reader of the error would write it. */
function changed(asked: Query, change: Change): Query {
  return present({ ...asked, ...change, statuses: changedFilters(asked, change).statuses });
}

/** The changes that a piece of advice names; `undefined` for one that only says how things are. */
function changesOf(advice: Advice): readonly Change[] | undefined {
  switch (advice.kind) {
    case "closest":
    case "known":
    case "noTag":
      return advice.changes;
    case "closestById":
    case "keptOut":
    case "noName":
    case "tagsNeverTogether":
    case "otherCatalogue":
      return advice.change === undefined ? [] : [advice.change];
    case "exists":
    case "everySource":
    case "moreTags":
    case "unreadable":
      return undefined;
    default:
      return advice satisfies never;
  }
}

/** A lookup over catalogues, each with its own images. */
function lookupOver(images: readonly Image[]): Lookup {
  const of = (scope: Scope): readonly Image[] => imagesOf(images, scope);
  return {
    catalogue: {
      images: async (scope) => of(scope),
      search: async (scope) => ({ images: of(scope), complete: true, changedDuringRead: false }),
      imageById: async (scope, id) => of(scope).find((image) => image.id === id),
      tags: async () => ({ tags: ["qwen"], categories: {} }),
    },
    scope: {},
    yieldToEventLoop: async () => undefined,
    warn: () => undefined,
    inform: () => undefined,
  };
}

const never = new AbortController().signal;

/** What the single function makes of a query, with everything that it reads to explain itself. */
async function ask(images: readonly Image[], asked: Query): Promise<unknown> {
  try {
    return await findImage(questionOf(asked), lookupOver(images), never);
  } catch (error) {
    return error;
  }
}

/** Queries that ask for little, as most programs do: some advice is hardly ever given beside many filters. */
const shortQuery: fc.Arbitrary<Query> = fc
  .record({
    name: maybe(some(["ab", "vLLM v0.12.0", "v\\LLN"])),
    tags: maybe(fc.subarray(["pytroch", "QWEN", "推理框架", "comfyui"], { minLength: 1, maxLength: 2 })),
    statuses: fc.constant<string[]>(["Available"]),
    source: maybe(some<SourceChoice>(["community", "platform", "shared"])),
    mostRecent: rarely(fc.boolean()),
  })
  .map(present);

const isUsable = (asked: Query): boolean =>
  allowsChange(asked, {}, true) && queryProblems(asked, true).length === 0;

const usable = fc
  .tuple(catalogue, fc.oneof({ weight: 1, arbitrary: query }, { weight: 1, arbitrary: shortQuery }))
  .filter(([, asked]) => isUsable(asked));

/** The same queries of all catalogues at once. */
const usableAnywhere = usable
  .map(([images, asked]): [readonly Image[], Query] => [images, { ...asked, source: "any" }])
  .filter(([, asked]) => isUsable(asked));

test("every change that the error of no match advises may be asked, and images match then", async () => {
  const followed = new Map<Advice["kind"], number>();
  await fc.assert(
    fc.asyncProperty(usable, async ([images, asked]) => {
      const error = await ask(images, asked);
      if (!(error instanceof ImageNotFoundError)) return;
      for (const advice of error.facts.noMatch?.advice ?? []) {
        for (const change of changesOf(advice) ?? []) {
          const next = changed(asked, change);
          expect({ change, problems: queryProblems(next, true) }).toEqual({ change, problems: [] });
          const again = (await ask(images, next)) instanceof ImageNotFoundError;
          expect({ advice, asked, change, again }).toEqual({ advice, asked, change, again: false });
          followed.set(advice.kind, (followed.get(advice.kind) ?? 0) + 1);
        }
        if (advice.kind === "everySource") expect(images.some(({ id }) => id === asked.id)).toBe(false);
      }
    }),
    { numRuns: 6000 },
  );
  for (const kind of [
    "closest",
    "closestById",
    "known",
    "noTag",
    "keptOut",
    "noName",
    "tagsNeverTogether",
    "otherCatalogue",
  ] as const)
    expect({ kind, often: (followed.get(kind) ?? 0) >= 5 }).toEqual({ kind, often: true });
  expect([...followed.values()].reduce((sum, count) => sum + count)).toBeGreaterThan(500);
});

test("every change that the error of several matches advises gives exactly its image, and every pick gives one", () => {
  let followed = 0;
  let sources = 0;
  fc.assert(
    fc.property(fc.oneof(usable, usableAnywhere), ([images, asked]) => {
      const error = thrownBy(() => select(images, asked));
      if (!(error instanceof ImageAmbiguousError)) return;
      for (const { id, change } of error.facts.several?.candidates ?? []) {
        const next = changed(asked, change);
        expect({ change, problems: queryProblems(next, true) }).toEqual({ change, problems: [] });
        expect({ change, id: select(images, next).image.id }).toEqual({ change, id });
        followed += 1;
        if (change["source"] !== undefined) sources += 1;
      }
      for (const { change } of error.facts.several?.picks ?? [])
        expect(select(images, changed(asked, change)).image.id).toBeDefined();
    }),
    { numRuns: 4000 },
  );
  expect(followed).toBeGreaterThan(500);
  expect(sources).toBeGreaterThan(5);
});
