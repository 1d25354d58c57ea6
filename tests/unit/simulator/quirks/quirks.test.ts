import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { Quirks } from "../../../../simulator/quirks/quirks.ts";
import { type Simulator, startSimulator } from "../../../../simulator/simulator.ts";
import {
  call,
  idsOf,
  type Parameters,
  postForm,
  typesOf,
} from "../../../support/simulator/call-simulator.ts";

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator();
});

afterEach(() => simulator.close());

const countsWith = async (quirks: Partial<Quirks>, ...pages: readonly Parameters[]): Promise<number[]> => {
  simulator.setQuirks(quirks);
  const responses = await Promise.all(pages.map((page) => call(simulator, page)));
  return responses.map((response) => response.ImageSet.length);
};

const pages = [{ Offset: 0 }, { Offset: 20 }, { Offset: 40 }, { Offset: 60 }, { Offset: 80 }];

test.each<[string, Partial<Quirks>, number[]]>([
  ["types page apart", { pageMode: "per-type" }, [40, 20, 12, 0, 0]],
  ["types page together", { pageMode: "together" }, [20, 20, 20, 12, 0]],
  ["Offset is ignored", { pageMode: "offset-ignored" }, [40, 40, 40, 40, 40]],
  ["Limit is ignored", { pageMode: "limit-ignored" }, [72, 32, 12, 0, 0]],
  ["pages are clamped to 7", { clampLimit: 7 }, [21, 7, 7, 0, 0]],
  ["types page together, clamped to 7", { pageMode: "together", clampLimit: 7 }, [7, 7, 7, 7, 0]],
])("%s: the pages hold %j", async (_, quirks, counts) => {
  const offsets = await countsWith(quirks, ...pages);
  expect(offsets).toEqual(counts);
});

test("a clamp larger than Limit changes nothing", async () => {
  expect(await countsWith({ clampLimit: 50 }, { Limit: 5 })).toEqual([15]);
});

const allPages = async (): Promise<unknown[]> => {
  const ids: unknown[] = [];
  for (const Offset of [0, 20, 40]) ids.push(...idsOf(await call(simulator, { Limit: 20, Offset })));
  return ids;
};

test("shuffled is another order, but the same in every page and call", async () => {
  const stable = await allPages();
  simulator.setQuirks({ order: "shuffled" });
  const first = await allPages();
  expect(first).not.toEqual(stable);
  expect(new Set(first)).toEqual(new Set(stable));
  expect(await allPages()).toEqual(first);
});

test("shuffled-per-page changes the order inside a page and loses nothing", async () => {
  const stable = idsOf(await call(simulator, { Limit: 20, Offset: 20 }));
  simulator.setQuirks({ order: "shuffled-per-page" });
  const page = idsOf(await call(simulator, { Limit: 20, Offset: 20 }));
  expect(page).not.toEqual(stable);
  expect(new Set(page)).toEqual(new Set(stable));
  expect(new Set(await allPages()).size).toBe(72);
});

test("shuffled-per-request lets pages overlap, so rows are missed", async () => {
  simulator.setQuirks({ order: "shuffled-per-request" });
  const ids = await allPages();
  expect(ids).toHaveLength(72);
  expect(new Set(ids).size).toBeLessThan(72);
});

test.each<[Quirks["totalCount"], Readonly<Record<string, unknown>>]>([
  ["true", { TotalCount: 72 }],
  ["zero", { TotalCount: 0 }],
  [-32, { TotalCount: 40 }],
  [5, { TotalCount: 77 }],
  [-100, { TotalCount: 0 }],
  ["missing", {}],
  ["as-Total", { Total: 72 }],
])("totalCount %p gives %j", async (totalCount, totals) => {
  simulator.setQuirks({ totalCount });
  const { TotalCount, Total, ImageSet } = await call(simulator);
  expect(JSON.parse(JSON.stringify({ TotalCount, Total }))).toEqual(totals);
  expect(ImageSet).toHaveLength(40);
});

test("a query by ID may say that there are none and still send the row", async () => {
  simulator.setQuirks({ pointQueryTotalZero: true });
  const response = await call(simulator, { CompShareImageId: "compshareImage-1minbz219ceq" });
  expect([response.TotalCount, response.ImageSet.length]).toEqual([0, 1]);
  expect((await call(simulator)).TotalCount).toBe(72);
});

test("an unknown ID may be refused", async () => {
  simulator.setQuirks({ unknownIdRefused: true });
  const unknown = await call(simulator, { CompShareImageId: "compshareImage-000000000000" });
  expect(unknown).toMatchObject({ RetCode: 230, Message: "Params [CompShareImageId] not available" });
  expect(await call(simulator, { CompShareImageId: "compshareImage-1minbz219ceq" })).toMatchObject({
    RetCode: 0,
  });
});

test("a sub-account must name its project", async () => {
  simulator.setQuirks({ projectRequired: true });
  expect(await call(simulator)).toMatchObject({ RetCode: 292 });
  expect(await call(simulator, { ProjectId: "org-demo01" })).toMatchObject({ RetCode: 0 });
});

test("RetCode may be a text, right or refused", async () => {
  simulator.setQuirks({ retCodeAsText: true });
  expect((await call(simulator)).RetCode).toBe("0");
  expect((await call(simulator, { Limit: 200 })).RetCode).toBe("230");
});

test("counts may be texts", async () => {
  simulator.setQuirks({ countsAsText: true });
  const response = await call(simulator, { Name: "cuda128_torch291_py312" });
  expect(response.TotalCount).toBe("1");
  expect(response.ImageSet[0]).toMatchObject({ Size: "30720", Price: "0", AuthInfo: "1", Container: "True" });
  expect(response.ImageSet[0]?.["PubTime"]).toMatch(/^17\d{8}$/);
});

test("Container may be a boolean", async () => {
  simulator.setQuirks({ containerAsBoolean: true });
  expect((await call(simulator, { Name: "cuda128_torch291_py312" })).ImageSet[0]?.["Container"]).toBe(true);
  expect((await call(simulator, { ImageType: "System" })).ImageSet[0]?.["Container"]).toBe(false);
});

test("an empty ImageSet may be null, one with rows never is", async () => {
  simulator.setQuirks({ nullImageSet: true });
  expect((await call(simulator, { Name: "no such image" })).ImageSet).toBeNull();
  expect((await call(simulator)).ImageSet).toHaveLength(40);
});

test("the ID may be called ImageId", async () => {
  simulator.setQuirks({ idAlias: true });
  const [row] = (await call(simulator, { Name: "cuda128_torch291_py312" })).ImageSet;
  expect(row).toHaveProperty("ImageId", "compshareImage-1minbz219ceq");
  expect(row).not.toHaveProperty("CompShareImageId");
});

test("responses and rows may hold members that nobody documents", async () => {
  const before = await call(simulator);
  simulator.setQuirks({ extraMembers: true });
  const after = await call(simulator);
  expect(before).not.toHaveProperty("XFlags");
  expect(after).toHaveProperty("XFlags");
  expect(after.ImageSet.filter((row) => "XFlags" in row)).toHaveLength(40);
});

test("a share of the requests meets a fault of the mix, the same share in every run", async () => {
  simulator.setQuirks({ faultRate: 0.3, faultMix: [{ retCode: 153 }, { httpStatus: 503 }] });
  const statuses: string[] = [];
  for (let count = 0; count < 200; count++) {
    const response = await postForm(simulator, { Limit: 1 });
    statuses.push(
      response.status === 200 ? `RetCode ${((await response.json()) as { RetCode: number }).RetCode}` : "503",
    );
  }
  const share = (outcome: string): number => statuses.filter((status) => status === outcome).length;
  expect([share("RetCode 0"), share("RetCode 153"), share("503")]).toEqual([136, 31, 33]);
});

test("a quirk given at the start holds, and one that does not exist is refused", async () => {
  const other = await startSimulator({ quirks: { pageMode: "together" } });
  expect(typesOf(await call(other, { Limit: 10 }))).toEqual({ System: 9, App: 1 });
  await other.close();
  expect(() => simulator.setQuirks({ pageMode: "sideways" as "together" })).toThrow(RangeError);
});
