import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { Image } from "../../../provider/contract/image.ts";
import { ResponseShapeError } from "../../../provider/errors/response-shape-error.ts";
import { type Listing, readListing } from "../../../provider/listings/read-listing.ts";
import { createListingServer, rowsAt, type ServerModel } from "../../support/listings/listing-server.ts";
import { makeImages } from "../../support/listings/make-image.ts";

const never = new AbortController().signal;

const typeCounts = fc.record({
  System: fc.nat(150),
  App: fc.nat(350),
  Game: fc.oneof(fc.constant(0), fc.nat(40)),
  Other: fc.nat(60),
});

/** A catalogue in an order that has nothing to do with types. */
const catalogue = typeCounts.chain((counts) => {
  const images = makeImages(counts);
  return fc.shuffledSubarray(images, { minLength: images.length });
});

const claims = fc.oneof(
  fc.constant((count: number) => count),
  fc.constant(() => 0),
  fc.integer({ min: 1, max: 400 }).map((low) => (count: number) => Math.max(0, count - low)),
  fc.integer({ min: 1, max: 400 }).map((high) => (count: number) => count + high),
);

interface Case {
  readonly images: readonly Image[];
  readonly model: ServerModel;
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    images: catalogue,
    pages: fc.constantFrom("per type" as const, "together" as const),
    clamp: fc.oneof(fc.constant(0), fc.integer({ min: 3, max: 120 })),
    ignores: fc.constantFrom("nothing" as const, "nothing" as const, "limit" as const, "offset" as const),
    claim: claims,
  })
  .map(({ images, claim, ...rest }) => ({ images, model: { ...rest, total: claim(images.length) } }));

/** What a client can know: the error that has to come, or none. */
function expected({ images, model }: Case): "all rows" | "PAGE_STUCK" | "PAGE_INCOMPLETE" {
  const first = rowsAt(images, model, 0).length;
  if (model.ignores === "offset" && first > 0)
    return first === images.length && model.total === first ? "all rows" : "PAGE_STUCK";
  return model.total > images.length ? "PAGE_INCOMPLETE" : "all rows";
}

/** A server that ignores Offset and claims exactly what it sent looks like a complete one from outside. */
function isUnknowable({ images, model }: Case): boolean {
  const first = rowsAt(images, model, 0).length;
  return model.ignores === "offset" && model.total === first && first < images.length;
}

async function outcome(read: Promise<Listing<Image>>): Promise<string[] | string> {
  try {
    const { entries: images, changedDuringRead } = await read;
    expect(changedDuringRead).toBe(false);
    return images.map(({ id }) => id).sort();
  } catch (error) {
    return error instanceof ResponseShapeError ? error.reason : String(error);
  }
}

test("every server gives all rows, each once, or an error, in whatever order its pages arrive", async () => {
  await fc.assert(
    fc.asyncProperty(cases, fc.scheduler(), async (one, scheduler) => {
      fc.pre(!isUnknowable(one));
      const server = createListingServer(one.images, one.model, (answer) => scheduler.schedule(answer));
      const found = await scheduler.waitFor(outcome(readListing(server.readPage, never)));
      const all = one.images.map(({ id }) => id).sort();
      expect(found).toEqual(expected(one) === "all rows" ? all : expected(one));
    }),
    { numRuns: 600 },
  );
}, 60_000);

test("an honest server is asked for no more than its pages and two", async () => {
  await fc.assert(
    fc.asyncProperty(cases, fc.scheduler(), async ({ images, model }, scheduler) => {
      const honest = { ...model, ignores: "nothing" as const, total: images.length };
      const server = createListingServer(images, honest, (answer) => scheduler.schedule(answer));
      const { entries: found } = await scheduler.waitFor(readListing(server.readPage, never));
      expect(found).toHaveLength(images.length);
      // The step is the largest number of rows of one type on the first page.
      const step = Math.max(1, largest(rowsAt(images, honest, 0)));
      // How the rows are shared out among the types shows only at the end, so all of them could be of one.
      const pages = Math.ceil(images.length / step);
      expect(server.offsets.length).toBeLessThanOrEqual(pages + 2);
      expect(new Set(server.offsets).size).toBe(server.offsets.length);
    }),
    { numRuns: 400 },
  );
}, 60_000);

function largest(images: readonly Image[]): number {
  const types = new Set(images.map(({ imageType }) => imageType));
  return Math.max(0, ...[...types].map((type) => images.filter((image) => image.imageType === type).length));
}

test("a server that changes its page size on the way loses no row", async () => {
  await fc.assert(
    fc.asyncProperty(
      catalogue,
      fc.array(fc.integer({ min: 3, max: 100 }), { minLength: 1 }),
      async (images, sizes) => {
        const asked = new Map<number, number>();
        const read = readListing(async (offset) => {
          // The same offset gets the same page size again, as it would from a server that is slow at that place.
          const clamp = asked.get(offset) ?? sizes[asked.size % sizes.length] ?? 100;
          asked.set(offset, clamp);
          const model = { pages: "per type", clamp, ignores: "nothing", total: images.length } as const;
          return { entries: rowsAt(images, model, offset), total: model.total };
        }, never);
        expect(await outcome(read)).toEqual(images.map(({ id }) => id).sort());
      },
    ),
    { numRuns: 200 },
  );
}, 60_000);
