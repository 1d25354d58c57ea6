import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type Simulator, startSimulator } from "../../../../simulator/simulator.ts";
import { call } from "../../../support/simulator/call-simulator.ts";

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator();
});

afterEach(() => simulator.close());

interface Reply {
  readonly status: number;
  readonly value: unknown;
}

async function control(method: string, path: string, body?: unknown): Promise<Reply> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const response = await fetch(`${simulator.endpoint}/_simulator/${path}`, {
    method,
    ...(text === undefined ? {} : { body: text }),
  });
  return { status: response.status, value: await response.json() };
}

const done = { status: 200, value: { ok: true } };
const image = { Name: "新镜像", ImageType: "App", Status: "Available" };

test("requests are listed and forgotten; remote control itself leaves no trace", async () => {
  await call(simulator, { Limit: 5 });
  const { status, value } = await control("GET", "requests");
  expect(status).toBe(200);
  expect(value).toMatchObject({
    connections: expect.any(Number),
    requests: [{ action: "DescribeCompShareImages", params: { Limit: "5" }, retCode: 0 }],
  });
  expect(await control("DELETE", "requests")).toEqual(done);
  expect(simulator.requests).toEqual([]);
});

test("an image is put, patched and deleted", async () => {
  const path = "images/compshareImage-1new00000000";
  expect(await control("PUT", path, image)).toEqual(done);
  const found = async (): Promise<unknown> => (await call(simulator, { Name: "新镜像" })).ImageSet;
  expect(await found()).toEqual([{ ...image, CompShareImageId: "compshareImage-1new00000000" }]);
  expect(await control("PATCH", path, { Status: "Offline" })).toEqual(done);
  expect(await found()).toEqual([expect.objectContaining({ Status: "Offline" })]);
  expect(await control("DELETE", path)).toEqual(done);
  expect(await found()).toEqual([]);
});

test.each([
  ["the address", "?source=custom", {}],
  ["the body", "", { Source: "custom" }],
])(
  "an image is put into another listing that %s names, and found there to be patched and deleted",
  async (_, query, more) => {
    const path = "images/compshareImage-1new00000000";
    expect(await control("PUT", path + query, { ...image, ...more })).toEqual(done);
    const CompShareImageId = "compshareImage-1new00000000";
    const found = async (Action: string): Promise<unknown> =>
      (await call(simulator, { Action, CompShareImageId })).ImageSet;
    expect(await found("DescribeCompShareImages")).toEqual([]);
    expect(await found("DescribeCompShareCustomImages")).toEqual([{ ...image, CompShareImageId }]);
    expect(await control("PATCH", path, { Status: "Offline" })).toEqual(done);
    expect(await found("DescribeCompShareCustomImages")).toEqual([
      { ...image, CompShareImageId, Status: "Offline" },
    ]);
    expect(await control("DELETE", path)).toEqual(done);
    expect(await found("DescribeCompShareCustomImages")).toEqual([]);
  },
);

test.each([
  ["the body", "images/compshareImage-1new00000000", { Source: "custom" }],
  ["the address", "images/compshareImage-1new00000000?source=custom", { Status: "Offline" }],
])(
  "an image is not moved by a change that names a listing in %s, and that is said",
  async (_, path, body) => {
    await control("PUT", "images/compshareImage-1new00000000", image);
    expect(await control("PATCH", path, body)).toEqual({
      status: 400,
      value: {
        error:
          "PATCH changes an image in every listing that has it. To move it, DELETE it and PUT it into another listing.",
      },
    });
    expect((await call(simulator, { Name: "新镜像" })).ImageSet).toEqual([
      { ...image, CompShareImageId: "compshareImage-1new00000000" },
    ]);
  },
);

test("an ID that is not encoded is refused, and no failure of the simulator", async () => {
  expect(await control("PUT", "images/%", image)).toEqual({
    status: 400,
    value: { error: '"%" is not encoded as parts of an address are: % is %25.' },
  });
  expect(await control("PUT", "images/a%2Fb", image)).toEqual(done);
  expect((await call(simulator, { CompShareImageId: "a/b" })).ImageSet).toHaveLength(1);
});

test("quirks are set, and come back as they are then", async () => {
  const { status, value } = await control("PUT", "quirks", { clampLimit: 7 });
  expect([status, value]).toEqual([200, expect.objectContaining({ clampLimit: 7, pageMode: "per-type" })]);
  expect((await call(simulator)).ImageSet).toHaveLength(21);
});

test("latency is set", async () => {
  expect(await control("PUT", "latency", { latencyMs: 60 })).toEqual(done);
  await call(simulator);
  expect(simulator.requests[0]?.durationMs).toBeGreaterThanOrEqual(55);
});

test("a fault is planned, with its times and its pattern", async () => {
  expect(
    await control("POST", "faults", { fault: { retCode: 150 }, times: 2, where: { Offset: "20" } }),
  ).toEqual(done);
  const codes: unknown[] = [];
  for (const Offset of [0, 20, 20, 20]) codes.push((await call(simulator, { Offset })).RetCode);
  expect(codes).toEqual([0, 150, 150, 0]);
});

test.each<[string, string, unknown, number, RegExp]>([
  ["GET", "nonsense", undefined, 404, /GET requests, DELETE requests, PUT images\/<id>/],
  ["PUT", "images", image, 404, /There is no such call/],
  ["PUT", "images/a", { Name: "n" }, 400, /needs Name, ImageType and Status/],
  ["PUT", "images/a", { ...image, CompShareImageId: "b" }, 400, /differs from "a"/],
  [
    "PUT",
    "images/a?source=any",
    image,
    400,
    /Source is one of platform, custom, shared, published, community/,
  ],
  ["PATCH", "images/nobody", {}, 400, /no image "nobody"/],
  ["PUT", "quirks", { pageMode: "x" }, 400, /Allowed: per-type, together/],
  ["PUT", "quirks", "{", 400, /not JSON/],
  ["PUT", "quirks", [], 400, /not a JSON object/],
  ["PUT", "latency", { latencyMs: -5 }, 400, /Latency cannot be -5/],
  ["PUT", "latency", {}, 400, /"latencyMs": 50/],
  ["POST", "faults", { fault: "explode" }, 400, /"explode" is no fault\. Allowed: reset, hang/],
  ["POST", "faults", { fault: "reset", times: 0 }, 400, /times cannot be 0/],
  ["POST", "faults", { fault: "reset", where: { Offset: 20 } }, 400, /where holds request parameters/],
])("%s %s with %j is refused with %i", async (method, path, body, status, message) => {
  const reply = await control(method, path, body);
  expect(reply.status).toBe(status);
  expect((reply.value as { readonly error: string }).error).toMatch(message);
});
