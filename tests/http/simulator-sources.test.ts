import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { Quirks } from "../../simulator/quirks/quirks.ts";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import {
  call,
  idsOf,
  type Parameters,
  type ParsedResponse,
  type Row,
  signedParameters,
} from "../support/simulator/call-simulator.ts";

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator();
});

afterEach(() => simulator.close());

type Group = Row & { readonly Data: readonly Row[] };

const custom = (parameters: Parameters = {}): Promise<ParsedResponse> =>
  call(simulator, { Action: "DescribeCompShareCustomImages", ...parameters });
const shared = (parameters: Parameters = {}): Promise<ParsedResponse> =>
  call(simulator, { Action: "DescribeCompShareSharingImages", ...parameters });
const published = (parameters: Parameters = {}): Promise<ParsedResponse> =>
  call(simulator, { Action: "DescribeSelfCommunityImages", ...parameters });
const community = (parameters: Parameters = {}): Promise<ParsedResponse> =>
  call(simulator, { Action: "DescribeCommunityImages", ...parameters });

const groupsOf = (response: ParsedResponse, member = "CompshareImageGroup"): readonly Group[] =>
  response[member] as readonly Group[];
const groupNames = (response: ParsedResponse): unknown[] =>
  groupsOf(response).map((group) => group["ImageName"]);
const rowsOf = (response: ParsedResponse): readonly Row[] => groupsOf(response).flatMap(({ Data }) => Data);

test("custom images come as rows with a total and page by Limit and Offset", async () => {
  const response = await custom({ Limit: 2 });
  expect(response).toMatchObject({
    RetCode: 0,
    Action: "DescribeCompShareCustomImagesResponse",
    TotalCount: 3,
    ImageSet: [{ ImageType: "Custom", IsOfficial: false }, { Name: "训练环境-2026-03" }],
  });
  expect(idsOf(await custom({ Limit: 2, Offset: 2 }))).toEqual(["compshareImage-1cu000making"]);
});

test("shared images come as rows with a total, which is there when there are none", async () => {
  const response = await shared();
  expect(response).toMatchObject({
    RetCode: 0,
    Action: "DescribeCompShareSharingImagesResponse",
    TotalCount: 2,
    ImageSet: [
      { Name: "团队基础镜像", Owner: { AccountName: "team-lead", AccountId: 56_001 } },
      { Name: "团队推理镜像", Owner: { AccountName: "team-lead", AccountId: "56001" } },
    ],
  });
  for (const id of idsOf(response)) simulator.removeImage(String(id));
  expect(await shared()).toMatchObject({ TotalCount: 0, ImageSet: [] });
});

test("own publications come in groups", async () => {
  const response = await published();
  expect(response).toMatchObject({
    Action: "DescribeSelfCommunityImagesResponse",
    TotalCount: 1,
    AvailableTotalCount: 1,
    CompshareImageGroup: [{ GroupId: "Pub0000demo1", ImageName: "demo 数字人", Data: [{}, {}] }],
  });
  expect(response).not.toHaveProperty("ImageSet");
});

test("own publications have no filter by ID: the parameter is ignored", async () => {
  simulator.setQuirks({ unknownIdRefused: true });
  const response = await published({ CompShareImageId: "compshareImage-1pu00000ver1" });
  expect(rowsOf(response)).toHaveLength(2);
  expect(rowsOf(response)[0]).not.toHaveProperty("Readme");
  expect(await published({ CompShareImageId: "nobody" })).toMatchObject({ RetCode: 0, TotalCount: 1 });
});

test("everybody's images come in groups, and the totals count groups", async () => {
  const response = await community({ Limit: 100 });
  expect(response).toMatchObject({
    RetCode: 0,
    Action: "DescribeCommunityImagesResponse",
    TotalCount: 25,
    AvailableTotalCount: 24,
  });
  expect(groupsOf(response)).toHaveLength(25);
  expect(rowsOf(response)).toHaveLength(42);
});

test("a group says what its versions have in common, and only the first of them repeats its name", async () => {
  const [group] = groupsOf(await community({ Name: "LTX-2.3" }));
  expect(group).toEqual({
    GroupId: "9WFDPteiVhX5",
    ImageName: "LTX-2.3视频生成合集",
    ImageDesc: "LTX-2.3视频生成合集",
    CreatedCount: 3925,
    FavoritesCount: expect.any(Number),
    RecommendCount: 0,
    ImageUseTime: 13_300,
    IsFavorite: false,
    Status: "Available",
    Data: [
      expect.objectContaining({ Name: "LTX-2.3视频生成合集", VersionName: "v26.0529", CreatedCount: 1125 }),
      expect.objectContaining({ VersionName: "v26.0401", CreatedCount: 2800, AuthInfo: 2 }),
    ],
  });
  expect(group?.Data[1]).not.toHaveProperty("Name");
});

test("Limit and Offset count groups, and 20 is the Limit when there is none", async () => {
  const all = groupNames(await community({ Limit: 100 }));
  expect(groupNames(await community())).toEqual(all.slice(0, 20));
  expect(groupNames(await community({ Limit: 10, Offset: 20 }))).toEqual(all.slice(20));
  expect(groupNames(await community({ Limit: 10, Offset: 30 }))).toEqual([]);
});

test("Limit may be a text, as the documented type is", async () => {
  const send = async (Limit: string | number): Promise<ParsedResponse> => {
    const signed = signedParameters(simulator, { Action: "DescribeCommunityImages", Limit });
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ ...signed, Limit });
    return (await (
      await fetch(simulator.endpoint, { method: "POST", headers, body })
    ).json()) as ParsedResponse;
  };
  for (const response of [await send("7"), await send(7)]) expect(groupsOf(response)).toHaveLength(7);
});

test.each([
  ["Name", "Image", 1],
  ["Name", "image", 0],
  ["Author", "与AI同行", 3],
  ["Author", "与ai同行", 0],
  ["Tag", "数字人", 25],
  ["Tag", "nobody has it", 25],
  ["ImageType", "System", 25],
  ["Zone", "cn-sh2-02", 25],
])("%s=%s lists %i groups", async (name, value, count) => {
  const response = await community({ [name]: value, Limit: 100 });
  expect([response.TotalCount, groupsOf(response).length]).toEqual([count, count]);
});

test.each([
  ["DescribeCompShareCustomImages", "compshareImage-1uyaneriamfz"],
  ["DescribeCompShareSharingImages", "compshareImage-1sh0000team2"],
])("%s finds one image by its ID, with its Readme", async (Action, CompShareImageId) => {
  const response = await call(simulator, { Action, CompShareImageId });
  expect(response).toMatchObject({ TotalCount: 1, ImageSet: [{ CompShareImageId }] });
  expect(response.ImageSet[0]).toHaveProperty("Readme");
  expect((await call(simulator, { Action })).ImageSet[0]).not.toHaveProperty("Readme");
});

test("an ID of everybody's images gives its group, which holds that version alone", async () => {
  const response = await community({ CompShareImageId: "compshareImage-1co00000ltx1" });
  expect(response).toMatchObject({
    TotalCount: 1,
    CompshareImageGroup: [{ GroupId: "9WFDPteiVhX5", ImageName: "LTX-2.3视频生成合集" }],
  });
  expect(rowsOf(response)).toEqual([
    expect.objectContaining({ VersionName: "v26.0401", Readme: expect.any(String) }),
  ]);
});

test.each(["DescribeCompShareCustomImages", "DescribeCompShareSharingImages", "DescribeCommunityImages"])(
  "%s does not know an ID of the platform, and may refuse it",
  async (Action) => {
    const asked = { Action, CompShareImageId: "compshareImage-1minbz219ceq" };
    expect(await call(simulator, asked)).toMatchObject({ RetCode: 0, TotalCount: 0 });
    simulator.setQuirks({ unknownIdRefused: true });
    expect(await call(simulator, asked)).toMatchObject({
      RetCode: 230,
      Message: "Params [CompShareImageId] not available",
    });
  },
);

test("groups may be called ImageSetGroup, or be no groups but rows with all their names", async () => {
  const grouped = await community({ Limit: 100 });
  simulator.setQuirks({ communityShape: "ImageSetGroup" });
  const renamed = await community({ Limit: 100 });
  expect(renamed).not.toHaveProperty("CompshareImageGroup");
  expect(groupsOf(renamed, "ImageSetGroup")).toEqual(groupsOf(grouped));
  simulator.setQuirks({ communityShape: "flat" });
  const flat = await community({ Limit: 100 });
  expect(flat.TotalCount).toBe(42);
  expect(idsOf(flat)).toEqual(rowsOf(grouped).map((row) => row["CompShareImageId"]));
  expect(flat.ImageSet.filter((row) => typeof row["Name"] !== "string")).toEqual([]);
  for (const member of ["CompshareImageGroup", "ImageSetGroup", "AvailableTotalCount"])
    expect(flat).not.toHaveProperty(member);
  expect(await published()).toMatchObject({ TotalCount: 2, ImageSet: [{}, {}] });
});

test.each<[string, Partial<Quirks>, Parameters, Row]>([
  ["the total is missing", { totalCount: "missing" }, {}, { TotalCount: undefined }],
  ["the total is off", { totalCount: -5 }, {}, { TotalCount: 20 }],
  ["numbers are texts", { countsAsText: true }, {}, { TotalCount: "25" }],
  ["an empty list is null", { nullImageSet: true }, { Name: "nobody" }, { CompshareImageGroup: null }],
  [
    "the total of a query by ID is 0",
    { pointQueryTotalZero: true },
    { CompShareImageId: "compshareImage-1pl06yxr5lvm" },
    { TotalCount: 0, CompshareImageGroup: [{ GroupId: "qYl0zvqlo03V" }] },
  ],
])("quirks hold for groups: %s", async (_, quirks, parameters, members) => {
  simulator.setQuirks(quirks);
  const response = await community(parameters);
  expect({ TotalCount: undefined, ...response }).toMatchObject(members);
});

test("pages of groups may be clamped, shuffled, or take no notice of Limit or Offset", async () => {
  const pageSizes = async (quirks: Partial<Quirks>): Promise<number[]> => {
    simulator.setQuirks({ pageMode: "per-type", clampLimit: 0, order: "stable", ...quirks });
    const pages = [{ Limit: 10 }, { Limit: 10, Offset: 20 }, { Limit: 10, Offset: 30 }];
    return (await Promise.all(pages.map(community))).map((response) => groupsOf(response).length);
  };
  expect(await pageSizes({})).toEqual([10, 5, 0]);
  expect(await pageSizes({ clampLimit: 4 })).toEqual([4, 4, 0]);
  expect(await pageSizes({ pageMode: "limit-ignored" })).toEqual([25, 5, 0]);
  expect(await pageSizes({ pageMode: "offset-ignored" })).toEqual([10, 10, 10]);
  const stable = groupNames(await community({ Limit: 100 }));
  expect(await pageSizes({ order: "shuffled" })).toEqual([10, 5, 0]);
  const shuffledNames = groupNames(await community({ Limit: 100 }));
  expect(shuffledNames).not.toEqual(stable);
  expect(new Set(shuffledNames)).toEqual(new Set(stable));
});

test.each([
  ["DescribeCommunityImages", "Limit", "101"],
  ["DescribeSelfCommunityImages", "Limit", "ten"],
  ["DescribeCompShareCustomImages", "Offset", "-1"],
  ["DescribeCompShareSharingImages", "Region", "cn-shanghai"],
])("%s refuses %s=%s", async (Action, name, value) => {
  expect(await call(simulator, { Action, [name]: value })).toMatchObject({
    RetCode: 230,
    Message: `Params [${name}] not available`,
  });
});

test("what is put, patched and removed shows in every listing in which it stands", async () => {
  const CompShareImageId = "compshareImage-1pu00000ver2";
  simulator.patchImage(CompShareImageId, { Status: "Offline" });
  for (const response of [await published(), await community({ Name: "demo" })])
    expect(rowsOf(response)[0]).toMatchObject({ CompShareImageId, Status: "Offline" });
  simulator.removeImage(CompShareImageId);
  for (const response of [await published(), await community({ Name: "demo" })])
    expect(rowsOf(response)).toHaveLength(1);
  simulator.putImage(
    {
      CompShareImageId,
      Name: "other name",
      ImageType: "Community",
      Status: "Available",
      GroupId: "Pub0000demo1",
    },
    "published",
  );
  // A version that is called otherwise than its group keeps its name.
  expect(rowsOf(await published()).map((row) => row["Name"])).toEqual(["demo 数字人", "other name"]);
  expect((await call(simulator, { CompShareImageId })).ImageSet).toEqual([]);
});
