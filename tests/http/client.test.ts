import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { createSecret } from "../../provider/ucloud/secret.ts";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { listeningPort } from "../support/listening-port.ts";
import { messageOf, rejectionOf } from "../support/thrown.ts";
import { listRequest } from "../support/ucloud/client-parts.ts";
import { listImages, tenSeconds, wireClient } from "../support/ucloud/wire-client.ts";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator();
});

beforeEach(() => simulator.resetRequests());

afterAll(() => simulator.close());

test("a signed listing has all rows", async () => {
  const members = await listImages(wireClient(simulator.endpoint));
  expect(members).toMatchObject({ TotalCount: 72 });
  expect(members.ImageSet).toHaveLength(72);
  expect(simulator.requests).toHaveLength(1);
  expect(simulator.requests[0]?.params).toEqual({
    Action: "DescribeCompShareImages",
    Region: "cn-wlcb",
    Offset: "0",
    Limit: "100",
    PublicKey: simulator.publicKey,
  });
});

test("the tags are read", async () => {
  const client = wireClient(simulator.endpoint);
  const members = await client.call("DescribeCompShareImageTags", { region: "cn-wlcb" }, tenSeconds());
  expect(members.Tags).toHaveLength(47);
});

test.each([
  "ComfyUI 基础+镜像 & more",
  "  64位 ",
  "🚀\r\n\0",
  "x&Action=TerminateCompShareInstance",
  "%2B+%",
  "e\u0301",
])("the simulator reads the name %j as it was given, and accepts its signature", async (name) => {
  const client = wireClient(simulator.endpoint);
  const members = await client.call("DescribeCompShareImages", { ...listRequest, name }, tenSeconds());
  expect(members).toMatchObject({ ImageSet: [] });
  expect(simulator.requests.map(({ action, params }) => [action, params["Name"]])).toEqual([
    ["DescribeCompShareImages", name],
  ]);
});

test("calls one after the other use connections again", async () => {
  const client = wireClient(simulator.endpoint);
  for (let call = 0; call < 20; call += 1) await listImages(client);
  // A connection is free a moment after its response is complete, so that the next call may open a second one.
  expect(new Set(simulator.requests.map(({ socketId }) => socketId)).size).toBeLessThanOrEqual(2);
});

test("200 calls at once use no more than 8 connections, and all succeed", async () => {
  const other = await startSimulator({ latencyMs: 5 });
  const client = wireClient(other.endpoint);
  const responses = await Promise.all(Array.from({ length: 200 }, () => listImages(client)));
  expect(responses).toHaveLength(200);
  expect(other.connections).toBe(8);
  await other.close();
});

test.each([
  ["a wrong private key", { privateKey: createSecret("wrong") }, 171],
  ["a wrong public key", { publicKey: "wrong" }, 172],
])("%s is told after one request, with the place of the keys", async (_, parts, retCode) => {
  const error = await rejectionOf(listImages(wireClient(simulator.endpoint, parts)));
  expect(error).toMatchObject({
    code: "API_REFUSED",
    category: "access",
    retCode,
    attemptSummary: { attempts: 1, maxAttempts: 4, credentialsSource: "environment" },
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(simulator.requests).toHaveLength(1);
});

test("a region that does not exist is told after one request, by the name of the argument", async () => {
  const client = wireClient(simulator.endpoint);
  const request = { ...listRequest, region: "cn-shanghai" };
  const error = await rejectionOf(client.call("DescribeCompShareImages", request, tenSeconds()));
  expect(error).toMatchObject({ retCode: 230, meaning: { category: "caller", argument: "region" } });
  expect(messageOf(error)).toMatch(
    /^DescribeCompShareImages was refused with RetCode 230: Params \[Region\] not available\. \[request [0-9a-f-]{36}\] Check `region`, for example `cn-wlcb` or `cn-sh2`\.$/,
  );
  expect(simulator.requests).toHaveLength(1);
});

test("a project of another account is told after one request", async () => {
  const client = wireClient(simulator.endpoint);
  const request = { ...listRequest, projectId: "org-other1" };
  const error = await rejectionOf(client.call("DescribeCompShareImages", request, tenSeconds()));
  expect(error).toMatchObject({ retCode: 292, category: "access" });
  expect(simulator.requests).toHaveLength(1);
});

test("the request is a POST of a form: nothing of it is in the address or the headers", async () => {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    response.end('{"RetCode":0}');
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const port = listeningPort(server);
  await listImages(wireClient(`http://127.0.0.1:${port}`));
  expect(requests.map(({ method, url, headers }) => ({ method, url, headers }))).toEqual([
    {
      method: "POST",
      url: "/",
      headers: {
        host: `127.0.0.1:${port}`,
        connection: "keep-alive",
        "content-type": "application/x-www-form-urlencoded; charset=utf-8",
        "content-length": expect.any(String),
        accept: "application/json",
        "accept-encoding": "identity",
        "user-agent": "test",
      },
    },
  ]);
  server.closeAllConnections();
  server.close();
});
