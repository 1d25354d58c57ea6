import { expect, test } from "@jest/globals";
import type { Image } from "../../provider/contract/image.ts";
import { CompShareError } from "../../provider/errors/compshare-error.ts";
import { errorText } from "../../provider/messages/error-text.ts";
import { generateCatalogue } from "../../simulator/catalogue/generate-catalogue.ts";
import type { Quirks } from "../../simulator/quirks/quirks.ts";
import { runFunction } from "../support/functions/run-function.ts";
import { openCatalogue, quietContext, scope } from "../support/listings/open-catalogue.ts";
import { useSimulators } from "../support/listings/simulated.ts";
import { until } from "../support/until.ts";

const never = new AbortController().signal;
const start = useSimulators();

const ids = (images: readonly Image[]): string[] => [...new Set(images.map(({ id }) => id))];

/** Number of images read, or the code and the reason of the error. */
async function outcome(read: Promise<readonly Image[]>): Promise<number | string> {
  try {
    const images = await read;
    expect(ids(images)).toHaveLength(images.length);
    return images.length;
  } catch (error) {
    if (!(error instanceof CompShareError)) throw error;
    return errorText(error);
  }
}

test.each<[Partial<Quirks>, number]>([
  [{}, 2],
  [{ pageMode: "together" }, 2],
  [{ pageMode: "limit-ignored" }, 2],
  [{ pageMode: "offset-ignored" }, 2],
  [{ clampLimit: 7 }, 9],
  [{ clampLimit: 7, pageMode: "together" }, 12],
  [{ clampLimit: 1 }, 53],
  [{ clampLimit: 20, order: "shuffled" }, 4],
  [{ order: "shuffled" }, 2],
  [{ order: "shuffled-per-page" }, 2],
  [{ order: "shuffled-per-request" }, 2],
  [{ totalCount: "zero" }, 2],
  [{ totalCount: "missing" }, 2],
  [{ totalCount: "as-Total" }, 2],
  [{ totalCount: -32 }, 2],
  [{ totalCount: -32, clampLimit: 7 }, 9],
  [{ pointQueryTotalZero: true }, 2],
  [{ unknownIdRefused: true }, 2],
  [{ retCodeAsText: true }, 2],
  [{ countsAsText: true }, 2],
  [{ containerAsBoolean: true }, 2],
  [{ nullImageSet: true }, 2],
  [{ idAlias: true }, 2],
  [{ extraMembers: true }, 2],
])("all 72 images come from a server with %j", async (quirks, requests) => {
  const simulator = await start({ quirks });
  expect(await outcome(openCatalogue(simulator).images(scope, never))).toBe(72);
  expect(simulator.requests).toHaveLength(requests);
});

const incomplete = "and an incomplete list is no result";

test.each<[Partial<Quirks>, string]>([
  [
    { totalCount: 5 },
    `RESPONSE_UNEXPECTED: PAGE_INCOMPLETE: the gateway ended the list early: only 72 of 77 images could be read, ${incomplete}`,
  ],
  [
    { pageMode: "offset-ignored", clampLimit: 7 },
    `RESPONSE_UNEXPECTED: PAGE_STUCK: the gateway repeats pages: only 21 of 72 images could be read, ${incomplete}`,
  ],
  [
    { pageMode: "offset-ignored", totalCount: "missing" },
    "RESPONSE_UNEXPECTED: PAGE_STUCK: the gateway repeats pages: 72 images could be read and nothing says that there are no more; an incomplete list is no result",
  ],
])("a server with %j ends in an error and not in a part", async (quirks, text) => {
  const simulator = await start({ quirks });
  expect(await outcome(openCatalogue(simulator).images(scope, never))).toBe(text);
});

test("rows that are shuffled anew for every page are all there or an error", async () => {
  const simulator = await start({
    catalogue: generateCatalogue(1000, 1),
    quirks: { order: "shuffled-per-request" },
  });
  expect(await outcome(openCatalogue(simulator).images(scope, never))).toMatch(
    /^RESPONSE_UNEXPECTED: PAGE_INCOMPLETE: .* only \d+ of 1000 images could be read/,
  );
});

test("a sub-account without a project is refused once, with one it is served", async () => {
  const simulator = await start({ quirks: { projectRequired: true } });
  const catalogue = openCatalogue(simulator);
  expect(await outcome(catalogue.images(scope, never))).toMatch(
    /^API_REFUSED: DescribeCompShareImages was refused with RetCode 292: Project Not Exists\. \[request [0-9a-f-]+\] Set `projectId`/,
  );
  expect(simulator.requests).toHaveLength(1);
  expect(await outcome(catalogue.images({ ...scope, projectId: simulator.projectId }, never))).toBe(72);
});

test.each([
  [1000, 9],
  [20_000, 151],
])(
  "%i images take %i requests over at most eight connections",
  async (count, requests) => {
    const simulator = await start({ catalogue: generateCatalogue(count, 7) });
    expect(await outcome(openCatalogue(simulator).images(scope, never))).toBe(count);
    expect(simulator.requests).toHaveLength(requests);
    expect(simulator.connections).toBeLessThanOrEqual(8);
  },
  30_000,
);

test("200 lookups at once are one walk", async () => {
  const rows = generateCatalogue(1000, 7).filter(({ Status }) => Status === "Available");
  const simulator = await start({ catalogue: rows });
  const context = { ...quietContext, catalogue: openCatalogue(simulator), scope: {} };
  const wanted = rows.slice(0, 200);
  const found = await Promise.all(
    wanted.map(({ Name }) => runFunction("getCompShareImage", { name: Name }, () => context, never)),
  );
  expect(found.map(({ id }) => id)).toEqual(wanted.map(({ CompShareImageId }) => CompShareImageId));
  const offsets = simulator.requests.map(({ params }) => params["Offset"]);
  expect(new Set(offsets).size).toBe(offsets.length);
  expect(offsets).toHaveLength(9);
});

test("listings of two regions are two walks", async () => {
  const simulator = await start();
  const catalogue = openCatalogue(simulator);
  await Promise.all(["cn-wlcb", "cn-sh2"].map((region) => catalogue.images({ ...scope, region }, never)));
  const regions = simulator.requests.map(({ params }) => params["Region"]);
  expect(regions.filter((region) => region === "cn-sh2")).toHaveLength(2);
  expect(regions).toHaveLength(4);
});

test.each([
  ["reset", "reset"],
  ["HTTP 503", { httpStatus: 503 }],
  ["RetCode 150", { retCode: 150 }],
  ["a truncated body", "truncated"],
  ["a web page", "html"],
] as const)("one page that meets %s is asked for again, and the list is complete", async (_, fault) => {
  const simulator = await start({ catalogue: generateCatalogue(1000, 7) });
  simulator.failNext(fault, 1, { Offset: "300" });
  expect(await outcome(openCatalogue(simulator).images(scope, never))).toBe(1000);
  expect(simulator.requests).toHaveLength(10);
});

test.each([
  ["a refusal", { retCode: 299 }, 1, "API_REFUSED: DescribeCompShareImages was refused with RetCode 299"],
  ["resets without end", "reset", 4, "TRANSPORT_FAILED: NET_RESET: "],
  ["the wrong shape", "wrong-shape", 1, "RESPONSE_UNEXPECTED: SCHEMA: DescribeCompShareImages: ImageSet"],
  ["a redirect", "redirect", 1, "TRANSPORT_FAILED: REDIRECT: "],
] as const)("one page that meets %s fails the whole list", async (_, fault, times, text) => {
  const simulator = await start({ catalogue: generateCatalogue(1000, 7) });
  simulator.failNext(fault, times, { Offset: "300" });
  const catalogue = openCatalogue(simulator);
  expect(await outcome(catalogue.images(scope, never))).toContain(text);
  // A failure is not kept.
  expect(await outcome(catalogue.images(scope, never))).toBe(1000);
});

test("with three in ten requests failing the list is complete or a typed error", async () => {
  const simulator = await start({ catalogue: generateCatalogue(1000, 7), quirks: { faultRate: 0.3 } });
  const results = [];
  for (let round = 0; round < 10; round += 1)
    results.push(await outcome(openCatalogue(simulator).images(scope, never)));
  for (const result of results)
    expect(result === 1000 || /^(TRANSPORT_FAILED|API_REFUSED): /.test(String(result))).toBe(true);
  expect(results).toContain(1000);
});

test("a cancelled listing closes its connections at once", async () => {
  const simulator = await start({ catalogue: generateCatalogue(1000, 7) });
  simulator.failNext("hang", 1, { Offset: "200" });
  const caller = new AbortController();
  const read = outcome(openCatalogue(simulator).images(scope, caller.signal));
  await until(() => simulator.requests.some(({ params }) => params["Offset"] === "200"));
  caller.abort();
  expect(await read).toBe("CANCELLED: the call was stopped before it had a result");
  await until(() => simulator.requests.find(({ fault }) => fault === "hang")?.aborted === true);
});
