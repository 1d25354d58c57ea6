import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { Image } from "../../../provider/contract/image.ts";
import { type Filters, type OrderKey, orderKeys } from "../../../provider/contract/query.ts";
import { CompShareError } from "../../../provider/errors/compshare-error.ts";
import { selectImage, selectImages } from "../../../provider/lookup/select-images.ts";
import { errorText } from "../../../provider/messages/error-text.ts";
import { makeImage } from "../../support/listings/make-image.ts";
import { free, scope } from "../../support/lookup/shelf.ts";

const names = ["alpha", "Alpha", "alpha2", "镜像", "beta"];
const types = ["System", "App", "Other"];
const authors = ["UCloud", "优云智算"];
const tags = ["pytorch，Pytorch", "PyTorch", "推理框架", "qwen"];
const statuses = ["Available", "Reviewing", "Offline"];
const times = ["2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z"];

const some = <Value>(values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const maybe = <Value>(one: fc.Arbitrary<Value>) => fc.option(one, { nil: undefined });

/** Members that are there are set; `exactOptionalPropertyTypes` wants the others to be absent. */
function present<Members extends object>(
  members: Members,
): { [Name in keyof Members]: NonNullable<Members[Name]> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;
}

const catalogue: fc.Arbitrary<Image[]> = fc
  .array(
    fc.record({
      name: some(names),
      imageType: some(types),
      author: maybe(some(authors)),
      tags: fc.subarray(tags),
      status: some(statuses),
      publishedAt: maybe(some(times)),
      createdAt: maybe(some(times)),
      sizeMb: maybe(fc.nat(2)),
    }),
    { maxLength: 25 },
  )
  .map((rows) => rows.map((row, index) => makeImage({ ...present(row), id: `image-${index}` })));

const filters: fc.Arbitrary<Filters> = fc
  .record({
    name: maybe(some(names)),
    nameContains: maybe(some(["alpha", "lph", "像"])),
    imageType: maybe(some(types)),
    author: maybe(some(authors)),
    tags: maybe(fc.subarray(["PYTORCH", "推理框架", "ｑｗｅｎ"], { minLength: 1 })),
    tagsAny: maybe(fc.subarray(["pytorch", "qwen", "unknown"], { minLength: 1 })),
    statuses: fc.subarray(statuses, { minLength: 1 }),
  })
  .map(present);

const orderBy = maybe(
  fc.array(some<OrderKey>([...orderKeys, ...orderKeys.map((key) => `-${key}` as const)]), {
    minLength: 1,
    maxLength: 3,
  }),
);

/** What the contract says about a filter, written once more and simply. */
function isWanted(image: Image, wanted: Filters): boolean {
  const own = image.tags.join(",").normalize("NFKC").toLowerCase().split(",");
  const key = (tag: string): string => tag.normalize("NFKC").toLowerCase();
  return (
    (wanted.name === undefined || image.name === wanted.name) &&
    (wanted.nameContains === undefined || image.name.includes(wanted.nameContains)) &&
    (wanted.imageType === undefined || image.imageType === wanted.imageType) &&
    (wanted.author === undefined || image.author === wanted.author) &&
    (wanted.tags === undefined || wanted.tags.every((tag) => own.includes(key(tag)))) &&
    (wanted.tagsAny === undefined || wanted.tagsAny.some((tag) => own.includes(key(tag)))) &&
    wanted.statuses.includes(image.status ?? "")
  );
}

const shuffled = catalogue.chain((images) =>
  fc.tuple(fc.constant(images), fc.shuffledSubarray(images, { minLength: images.length })),
);

test("a list holds every match and nothing else, whatever the order of the rows", () => {
  fc.assert(
    fc.property(shuffled, filters, orderBy, ([images, others], wanted, orderBy) => {
      const search = { ...free, filters: wanted, scope, orderBy, offset: 0, limit: undefined };
      const answer = selectImages({ ...search, images });
      const expected = images.filter((image) => isWanted(image, wanted)).map(({ id }) => id);
      expect(answer.images.map(({ id }) => id).sort()).toEqual(expected.sort());
      expect(selectImages({ ...search, images: others })).toEqual(answer);
    }),
    { numRuns: 500 },
  );
});

test("pages of the result join to the whole of it", () => {
  fc.assert(
    fc.property(
      catalogue,
      filters,
      orderBy,
      fc.integer({ min: 1, max: 6 }),
      (images, wanted, orderBy, limit) => {
        const search = { ...free, images, filters: wanted, scope, orderBy };
        const whole = selectImages({ ...search, offset: 0, limit: undefined });
        const pages = Array.from({ length: 27 }, (_, page) =>
          selectImages({ ...search, offset: page * limit, limit }),
        );
        expect(pages.flatMap((page) => page.images)).toEqual(whole.images);
        expect(new Set(pages.map((page) => page.totalCount))).toEqual(new Set([whole.totalCount]));
      },
    ),
    { numRuns: 200 },
  );
});

test("one image is a match or a typed error, the same whatever the order of the rows", () => {
  fc.assert(
    fc.property(shuffled, filters, fc.boolean(), orderBy, ([images, others], wanted, mostRecent, orderBy) => {
      const outcome = (rows: readonly Image[]) => {
        try {
          return selectImage({ ...free, images: rows, filters: wanted, scope, mostRecent, orderBy });
        } catch (error) {
          if (!(error instanceof CompShareError)) throw error;
          return { code: error.code, text: errorText(error) };
        }
      };
      const found = outcome(images);
      const matches = images.filter((image) => isWanted(image, wanted));
      const decided = mostRecent || orderBy !== undefined;
      if ("image" in found) expect(matches).toContain(found.image);
      else expect(found.code).toBe(matches.length === 0 ? "IMAGE_NOT_FOUND" : "IMAGE_AMBIGUOUS");
      expect("image" in found).toBe(matches.length === 1 || (matches.length > 1 && decided));
      expect(outcome(others)).toEqual(found);
    }),
    { numRuns: 500 },
  );
});
