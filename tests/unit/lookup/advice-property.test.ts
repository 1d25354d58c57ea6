import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { Image } from "../../../provider/contract/image.ts";
import type { Filters, OrderKey } from "../../../provider/contract/query.ts";
import { ImageAmbiguousError } from "../../../provider/errors/image-ambiguous-error.ts";
import { ImageNotFoundError } from "../../../provider/errors/image-not-found-error.ts";
import type { Advice } from "../../../provider/errors/no-match.ts";
import type { Change } from "../../../provider/errors/query-facts.ts";
import type { SourceChoice } from "../../../provider/listings/scope.ts";
import { changedFilters } from "../../../provider/lookup/filters/applied-filters.ts";
import { allowsChange, type QueryInputs, queryProblems } from "../../../provider/lookup/query-problems.ts";
import { type Found, selectImage } from "../../../provider/lookup/select-images.ts";
import { makeImage } from "../../support/listings/make-image.ts";
import { thrownBy } from "../../support/thrown.ts";

const some = <Value>(values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 });
const rarely = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

const names = ["ab", "ac", "AB", "vLLM v0.10.0", "vLLM v0.12.0", "torch_2.9.1", "镜像"];
const tags = ["pytorch，Pytorch", "qwen", "推理框架", "comfyUI"];
const versions = ["1.9", "2.10.0", "2.9.1", "13.0"];

const catalogue: fc.Arbitrary<readonly Image[]> = fc
  .array(
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
    { minLength: 1, maxLength: 9 },
  )
  .map((rows) => rows.map((row, index) => makeImage(present({ ...row, id: `compshareImage-${index}abc` }))));

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

/** What the single function makes of a query over a catalogue. */
function select(images: readonly Image[], asked: Query): Found {
  const { source = "platform", orderBy, mostRecent } = asked;
  return selectImage({
    images,
    filters: asked,
    scope: { source, region: "cn-wlcb", zone: undefined, projectId: undefined },
    orderBy,
    mostRecent,
    allows: (change) => allowsChange(asked, change, true),
    byId: (id) => ({ id }),
  });
}

/** The query with a change, as a reader of the error would write it. */
function changed(asked: Query, change: Change): Query {
  return present({ ...asked, ...change, statuses: changedFilters(asked, change).statuses });
}

function changesOf(advice: Advice): readonly Change[] {
  if ("changes" in advice) return advice.changes;
  return "change" in advice && advice.change !== undefined ? [advice.change] : [];
}

const usable = fc
  .tuple(catalogue, query)
  .filter(([, asked]) => allowsChange(asked, {}, true) && queryProblems(asked, true).length === 0);

test("every change that the error of no match advises may be asked, and images match then", () => {
  let followed = 0;
  fc.assert(
    fc.property(usable, ([images, asked]) => {
      const error = thrownBy(() => select(images, asked));
      if (!(error instanceof ImageNotFoundError)) return;
      for (const change of (error.facts.noMatch?.advice ?? []).flatMap(changesOf)) {
        const next = changed(asked, change);
        expect({ change, problems: queryProblems(next, true) }).toEqual({ change, problems: [] });
        expect({ change, again: thrownBy(() => select(images, next)) instanceof ImageNotFoundError }).toEqual(
          {
            change,
            again: false,
          },
        );
        followed += 1;
      }
    }),
    { numRuns: 4000 },
  );
  expect(followed).toBeGreaterThan(500);
});

test("every change that the error of several matches advises gives exactly its image, and every pick gives one", () => {
  let followed = 0;
  fc.assert(
    fc.property(usable, ([images, asked]) => {
      const error = thrownBy(() => select(images, asked));
      if (!(error instanceof ImageAmbiguousError)) return;
      for (const { id, change } of error.facts.several?.candidates ?? []) {
        const next = changed(asked, change);
        expect({ change, problems: queryProblems(next, true) }).toEqual({ change, problems: [] });
        expect({ change, id: select(images, next).image.id }).toEqual({ change, id });
        followed += 1;
      }
      for (const { change } of error.facts.several?.picks ?? [])
        expect(select(images, changed(asked, change)).image.id).toBeDefined();
    }),
    { numRuns: 4000 },
  );
  expect(followed).toBeGreaterThan(500);
});
