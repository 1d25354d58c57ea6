import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { functions } from "../../../provider/contract/functions.ts";
import type { Image } from "../../../provider/contract/image.ts";
import { CompShareError } from "../../../provider/errors/compshare-error.ts";
import { createCatalogue } from "../../../provider/listings/catalogue.ts";
import { runFunction } from "../../support/functions/run-function.ts";
import { clientOver } from "../../support/ucloud/client-parts.ts";

const never = new AbortController().signal;
const text = fc.constantFrom("a", "A", "a,b", "2.9.1", "v8.10", "镜像", "", "\u202e");
const wireValue = fc.oneof(
  text,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(text, { maxLength: 3 }),
);

/** Rows of the right kinds for the most part, and of any kind otherwise. */
const row = fc.record(
  {
    CompShareImageId: fc.stringMatching(/^compshareImage-[a-c]{1,3}$/),
    Name: text,
    ImageType: fc.constantFrom("System", "App", "Other", "New"),
    Author: fc.constantFrom("UCloud", "somebody"),
    Status: fc.constantFrom("Available", "Offline", "Future"),
    Tags: fc.option(fc.array(text, { maxLength: 3 })),
    Container: fc.constantFrom("True", "False", true),
    Price: fc.constantFrom(0, 1.5, "2"),
    Size: fc.constantFrom(30_720, "51200"),
    PubTime: fc.constantFrom(0, 1_700_000_000, "1760000000"),
    Softwares: fc.option(fc.record({ FrameworkVersion: text, CUDAVersion: text }, { requiredKeys: [] })),
    SupportedGpuTypes: fc.option(fc.array(text, { maxLength: 2 })),
    Unknown: wireValue,
  },
  { requiredKeys: ["CompShareImageId"] },
);

const names = Object.keys(functions.getCompShareImages.inputs.shape);
const inputs = fc.dictionary(
  fc.constantFrom(...names, "nonsense"),
  fc.oneof(
    text,
    fc.constantFrom(">=1", "^2", "a*", "2026-01-01", "any", "-version"),
    fc.integer({ min: -1, max: 3 }),
    fc.boolean(),
    fc.array(text, { maxLength: 2 }),
    wireValue,
  ),
  { maxKeys: 4 },
);

/** What must hold of every image of an answer, stated without the code under test. */
function violations(image: Image, asked: Readonly<Record<string, unknown>>): string[] {
  const statuses = Array.isArray(asked["statuses"]) ? asked["statuses"] : ["Available"];
  const rules: Readonly<Record<string, boolean>> = {
    statuses: statuses.includes(image.status),
    name: asked["name"] === undefined || asked["name"] === null || image.name === asked["name"],
    nameContains: typeof asked["nameContains"] !== "string" || image.name.includes(asked["nameContains"]),
    imageType: typeof asked["imageType"] !== "string" || image.imageType === asked["imageType"],
    author: typeof asked["author"] !== "string" || image.author === asked["author"],
    container: typeof asked["container"] !== "boolean" || image.container === asked["container"],
    maxPrice: typeof asked["maxPrice"] !== "number" || Number(image.price) <= asked["maxPrice"],
    maxSizeMb: typeof asked["maxSizeMb"] !== "number" || Number(image.sizeMb) <= asked["maxSizeMb"],
    officialOnly: asked["officialOnly"] !== true || image.official,
  };
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [rule]));
}

test("any row and any arguments give images that fit, or an error of ours", async () => {
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 12 }), inputs, async (rows, asked) => {
      const client = clientOver(({ request }) => ({
        TotalCount: 0,
        ImageSet: request["offset"] === 0 ? rows : [],
      }));
      const catalogue = createCatalogue({
        connect: () => Promise.resolve(client),
        now: () => 0,
        timeoutMs: 1000,
        cacheMs: 1000,
      });
      const context = () => ({
        catalogue,
        scope: {},
        yieldToEventLoop: () => Promise.resolve(),
        warn: () => undefined,
        inform: () => undefined,
      });
      try {
        const answer = await runFunction("getCompShareImages", asked, context, never);
        answered += 1;
        const images = answer["images"] as Image[];
        expect(images.flatMap((image) => violations(image, asked))).toEqual([]);
        expect(new Set(images.map(({ id }) => id)).size).toBe(images.length);
      } catch (error) {
        if (!(error instanceof CompShareError)) throw error;
      }
    }),
    { numRuns: 3000 },
  );
  // Most arguments are nonsense; enough of them have to be none for the law to say something.
  expect(answered).toBeGreaterThan(300);
}, 60_000);
