import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import {
  call,
  idsOf,
  namesOf,
  type ParsedResponse,
  postForm,
  signedParameters,
  typesOf,
} from "../support/simulator/call-simulator.ts";
import { signatureVectors } from "../support/ucloud/signature-vectors.ts";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator();
});

beforeEach(() => simulator.resetRequests());

afterAll(() => simulator.close());

async function post(body: URLSearchParams | string, contentType?: string): Promise<ParsedResponse> {
  const headers = contentType === undefined ? {} : { "content-type": contentType };
  return (await (
    await fetch(simulator.endpoint, { method: "POST", body, headers })
  ).json()) as ParsedResponse;
}

test("Limit counts per image type: Limit 20 gives 40 of 72 rows", async () => {
  const response = await call(simulator, { Limit: 20 });
  expect(response).toMatchObject({ RetCode: 0, Action: "DescribeCompShareImagesResponse", TotalCount: 72 });
  expect(response.ImageSet).toHaveLength(40);
  expect(typesOf(response)).toEqual({ System: 9, App: 20, Other: 11 });
});

test("without a Limit it is 20, and Limit 100 gives all 72 rows", async () => {
  expect((await call(simulator)).ImageSet).toHaveLength(40);
  expect((await call(simulator, { Limit: 100 })).ImageSet).toHaveLength(72);
});

test("Offset counts per image type", async () => {
  const second = await call(simulator, { Limit: 20, Offset: 20 });
  const third = await call(simulator, { Limit: 20, Offset: 40 });
  const fourth = await call(simulator, { Limit: 20, Offset: 60 });
  expect([second, third, fourth].map(typesOf)).toEqual([{ App: 20 }, { App: 12 }, {}]);
  const first = await call(simulator, { Limit: 20 });
  expect(new Set([first, second, third].flatMap(idsOf)).size).toBe(72);
});

test.each([
  ["ImageType", "System", 9],
  ["ImageType", "App", 52],
  ["ImageType", "Other", 11],
  ["ImageType", "Game", 0],
  ["Name", "pytorch", 7],
  ["Name", "PyTorch", 1],
  ["Name", "Pytorch", 0],
  ["Author", "UCloud", 61],
  ["Author", "ucloud", 0],
  ["Tag", "pytorch，Pytorch", 17],
  ["Tag", "pytorch", 0],
  ["Tag", "深度学习", 5],
  ["Zone", "cn-sh2-02", 72],
  ["Colour", "blue", 72],
])("%s=%s lists %i images", async (name, value, count) => {
  const response = await call(simulator, { [name]: value, Limit: 100 });
  expect(response.TotalCount).toBe(count);
  expect(response.ImageSet).toHaveLength(count);
});

test("one image is found by its ID and only then has a Readme", async () => {
  const id = "compshareImage-1minbz219ceq";
  const response = await call(simulator, { CompShareImageId: id });
  expect(response.TotalCount).toBe(1);
  expect(response.ImageSet).toEqual([
    expect.objectContaining({ Name: "cuda128_torch291_py312", Readme: expect.any(String) }),
  ]);
  const listed = await call(simulator, { Limit: 100 });
  expect(listed.ImageSet.filter((row) => "Readme" in row)).toEqual([]);
});

test("an unknown ID gives no rows", async () => {
  const response = await call(simulator, { CompShareImageId: "compshareImage-000000000000" });
  expect(response).toMatchObject({ RetCode: 0, TotalCount: 0, ImageSet: [] });
});

test.each([
  ["Limit", "101"],
  ["Limit", "200"],
  ["Limit", "0"],
  ["Limit", "ten"],
  ["Offset", "-1"],
  ["Region", "cn-shanghai"],
])("%s=%s is refused with 230 and HTTP 200", async (name, value) => {
  const response = await postForm(simulator, { [name]: value });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ RetCode: 230, Message: `Params [${name}] not available` });
});

test.each(["cn-wlcb", "cn-sh2", "cn-bj2"])("the region %s is served", async (Region) => {
  expect((await call(simulator, { Region })).TotalCount).toBe(72);
});

test("an unknown project is refused with 292, the account's own is served", async () => {
  expect(await call(simulator, { ProjectId: "org-xxxxxx" })).toMatchObject({ RetCode: 292 });
  expect(await call(simulator, { ProjectId: simulator.projectId })).toMatchObject({ RetCode: 0 });
});

test("the tags come in 7 categories, 47 in all, as a list, a map and an order", async () => {
  const response = await call(simulator, { Action: "DescribeCompShareImageTags" });
  expect(response).toMatchObject({ RetCode: 0, Action: "DescribeCompShareImageTagsResponse" });
  const { Tags, TagsMap, TagIndex } = response as unknown as {
    readonly Tags: readonly string[];
    readonly TagsMap: Readonly<Record<string, readonly string[]>>;
    readonly TagIndex: readonly string[];
  };
  expect(Tags).toHaveLength(47);
  expect(new Set(Tags).size).toBe(47);
  expect(TagIndex).toHaveLength(7);
  expect(TagIndex.flatMap((category) => TagsMap[category] ?? [])).toEqual(Tags);
  expect(Tags).toEqual(expect.arrayContaining(["数字人", "视频超分", "OCR识别", "IndexTTS", "推理框架"]));
});

test("no Action is 160 and an unknown one is 161, before anybody looks at the signature", async () => {
  expect(await post(new URLSearchParams())).toMatchObject({ RetCode: 160 });
  expect(await post(new URLSearchParams({ Action: "DescribeCompShareImage" }))).toMatchObject({
    RetCode: 161,
  });
});

test("no Signature is 170, an unknown public key 172, a wrong signature 171", async () => {
  const { Signature, ...unsigned } = signedParameters(simulator, {});
  expect(await post(new URLSearchParams(unsigned))).toMatchObject({ RetCode: 170 });
  const stranger = new URLSearchParams({ ...unsigned, PublicKey: "somebody", Signature: String(Signature) });
  expect(await post(stranger)).toMatchObject({ RetCode: 172, Message: "User Not Exists" });
  const changed = new URLSearchParams({
    ...unsigned,
    Name: "changed after signing",
    Signature: String(Signature),
  });
  expect(await post(changed)).toMatchObject({ RetCode: 171, Message: "Signature VerifyAC Error" });
});

test("a boolean that is signed as true and sent as True is 171", async () => {
  const signed = signedParameters(simulator, { IsOfficial: "true" });
  expect(await post(new URLSearchParams({ ...signed, IsOfficial: "True" }))).toMatchObject({ RetCode: 171 });
});

test("a form, a JSON body and a query get the same response", async () => {
  const parameters = { Name: "ComfyUI 基础 + &", Limit: 3 };
  const signed = signedParameters(simulator, parameters);
  const json = JSON.stringify({ ...signed, Limit: 3 });
  const get = await fetch(`${simulator.endpoint}/?${new URLSearchParams(signed).toString()}`);
  const responses = [
    await post(new URLSearchParams(signed)),
    await post(json, "application/json"),
    await get.json(),
  ];
  for (const response of responses)
    expect(response).toMatchObject({ RetCode: 0, TotalCount: 0, ImageSet: [] });
});

test("the request ID stands in the header and in the body, and differs from call to call", async () => {
  const first = await postForm(simulator);
  const id = first.headers.get("X-UCLOUD-REQUEST-UUID");
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(await first.json()).toMatchObject({ request_uuid: id });
  expect((await call(simulator)).request_uuid).not.toBe(id);
});

const vectors = signatureVectors.filter(({ params }) => params["Action"] === "DescribeCompShareImages");

test("fifteen vectors ask for images", () => {
  expect(vectors).toHaveLength(15);
});

test.each(vectors)(
  "the signature of $name is accepted, and refused with one digit changed",
  async (vector) => {
    const other = await startSimulator({ publicKey: vector.publicKey, privateKey: vector.privateKey });
    const retCodeFor = async (Signature: string): Promise<unknown> => {
      const body = JSON.stringify({ ...vector.params, PublicKey: vector.publicKey, Signature });
      const headers = { "content-type": "application/json" };
      return (
        (await (await fetch(other.endpoint, { method: "POST", headers, body })).json()) as ParsedResponse
      ).RetCode;
    };
    expect([170, 171, 172]).not.toContain(await retCodeFor(vector.signature));
    const digit = vector.signature.startsWith("0") ? "1" : "0";
    expect(await retCodeFor(digit + vector.signature.slice(1))).toBe(171);
    await other.close();
  },
);

test("records hold everything but the signature", async () => {
  await call(simulator, { Name: "pytorch", Limit: 200 });
  expect(simulator.requests).toHaveLength(1);
  expect(simulator.requests[0]).toMatchObject({
    action: "DescribeCompShareImages",
    retCode: 230,
    aborted: false,
    fault: undefined,
    params: {
      Action: "DescribeCompShareImages",
      Name: "pytorch",
      Limit: "200",
      Region: "cn-wlcb",
      PublicKey: simulator.publicKey,
    },
  });
  expect(simulator.requests[0]?.params).not.toHaveProperty("Signature");
});

test("the order of the rows is the same in every response", async () => {
  const first = namesOf(await call(simulator, { Limit: 100 }));
  expect(namesOf(await call(simulator, { Limit: 100 }))).toEqual(first);
});
