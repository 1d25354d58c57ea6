import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { CompShareError } from "../../../provider/errors/compshare-error.ts";
import { createCatalogue } from "../../../provider/listings/catalogue.ts";
import { errorText } from "../../../provider/messages/error-text.ts";
import { runFunction } from "../../support/functions/run-function.ts";
import { clientOver } from "../../support/ucloud/client-parts.ts";

const never = new AbortController().signal;
const names = ["alpha", "Alpha", "alpha 2", "beta", "镜像"];
const types = ["System", "App", "Other"];
const authors = ["UCloud", "somebody"];

type Row = Readonly<Record<string, unknown>>;

/** A gateway with 1,500 rows that leaves out by part of the name, type and author, as CompShare does. */
function gateway(picks: readonly number[]) {
  const rows = Array.from({ length: 1500 }, (_, index): Row => {
    const pick = picks[index % picks.length] ?? 0;
    return {
      CompShareImageId: `compshareImage-${index}`,
      Name: `${names[pick % names.length]}${index < 40 ? "" : ` ${index}`}`,
      ImageType: types[(pick + index) % types.length],
      Author: authors[pick % authors.length],
      Status: index % 7 === 0 ? "Offline" : "Available",
      PubTime: 1_700_000_000 + (index % 90),
    };
  });
  let requests = 0;
  const client = clientOver(({ request: { name, imageType, author, offset, limit } }) => {
    requests += 1;
    const kept = rows.filter(
      (row) =>
        (name === undefined || String(row["Name"]).includes(String(name))) &&
        (imageType === undefined || row["ImageType"] === imageType) &&
        (author === undefined || row["Author"] === author),
    );
    const start = Number(offset);
    const page = types.flatMap((type) =>
      kept.filter((row) => row["ImageType"] === type).slice(start, start + Number(limit)),
    );
    return { TotalCount: kept.length, ImageSet: page };
  });
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
  return { context, requests: () => requests };
}

const query = fc.record(
  {
    name: fc.constantFrom(...names, "nothing"),
    imageType: fc.constantFrom(...types),
    author: fc.constantFrom(...authors),
    mostRecent: fc.boolean(),
  },
  { requiredKeys: ["name"] },
);

/** What was answered or refused, without how many rows had to be read for it. */
async function outcome(context: ReturnType<typeof gateway>["context"], inputs: Row): Promise<unknown> {
  try {
    const { selection, ...image } = await runFunction("getCompShareImage", inputs, context, never);
    return { image, selection: { ...(selection as Row), rowsScanned: undefined } };
  } catch (error) {
    if (!(error instanceof CompShareError)) throw error;
    return { code: error.code, text: errorText(error) };
  }
}

test("a large catalogue that the server filters gives the same result as reading all of it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(30), { minLength: 1, maxLength: 50 }), query, async (picks, inputs) => {
      const [filtered, whole] = [gateway(picks), gateway(picks)];
      await runFunction("getCompShareImages", { limit: 1 }, whole.context, never);
      expect(await outcome(filtered.context, inputs)).toEqual(await outcome(whole.context, inputs));
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("server-side filters cost few requests, and after eight different searches all is read once", async () => {
  const { context, requests } = gateway([0, 1, 2, 3]);
  const search = (index: number) =>
    runFunction("getCompShareImages", { name: `alpha ${40 + index * 4}` }, context, never);
  await search(0);
  expect(requests()).toBeLessThanOrEqual(4);
  for (let index = 1; index < 8; index += 1) await search(index);
  const before = requests();
  await search(8);
  // 500 rows of each type: five pages and the ones that could have been needed.
  expect(requests() - before).toBeGreaterThan(4);
  const all = requests();
  await search(9);
  expect(requests()).toBe(all);
});
