import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { generateCatalogue } from "../../../simulator/catalogue/generate-catalogue.ts";
import type { RecordedRequest } from "../../../simulator/server/request-log.ts";
import { type Simulator, startSimulator } from "../../../simulator/simulator.ts";
import { call, namesOf } from "../../support/simulator/call-simulator.ts";
import { until } from "../../support/until.ts";

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator();
});

afterEach(() => simulator.close());

const id = "compshareImage-1minbz219ceq";
const newImage = {
  CompShareImageId: "compshareImage-1new00000000",
  Name: "new",
  ImageType: "Game",
  Status: "Available",
};

test("an image can be added, replaced, changed and removed while it runs", async () => {
  simulator.putImage(newImage);
  expect((await call(simulator, { ImageType: "Game" })).ImageSet).toEqual([newImage]);
  simulator.putImage({ ...newImage, Status: "Offline" });
  expect((await call(simulator)).TotalCount).toBe(73);
  simulator.patchImage(newImage.CompShareImageId, { Status: "Making", Tags: null });
  expect((await call(simulator, { Name: "new" })).ImageSet).toEqual([
    { ...newImage, Status: "Making", Tags: null },
  ]);
  simulator.removeImage(newImage.CompShareImageId);
  expect((await call(simulator)).TotalCount).toBe(72);
});

test("a member patched to undefined is no longer sent, and the image keeps its place", async () => {
  const before = namesOf(await call(simulator, { Limit: 100 }));
  simulator.patchImage(id, { Tags: undefined, Size: 1 });
  const after = await call(simulator, { Limit: 100 });
  expect(namesOf(after)).toEqual(before);
  const row = after.ImageSet.find((candidate) => candidate["CompShareImageId"] === id);
  expect(row).toHaveProperty("Size", 1);
  expect(row).not.toHaveProperty("Tags");
});

test.each([{ Name: null }, { Name: undefined }, { Tags: "text" }, { Tags: { a: 1 } }, { ImageType: 3 }])(
  "an image patched to %j does not stop the listing",
  async (members) => {
    simulator.patchImage(id, members);
    expect((await call(simulator, { Name: "py", Tag: "深度学习" })).RetCode).toBe(0);
    expect((await call(simulator, { Limit: 100 })).ImageSet).toHaveLength(72);
  },
);

test("a change of one simulator is not seen by the next one", async () => {
  simulator.removeImage(id);
  const other = await startSimulator();
  expect((await call(other)).TotalCount).toBe(72);
  await other.close();
});

test("changing an image that is not there is an error", () => {
  expect(() => simulator.patchImage("nobody", {})).toThrow('The catalogue has no image "nobody".');
  expect(() => simulator.removeImage("nobody")).toThrow(RangeError);
});

test("a response takes as long as the latency says", async () => {
  simulator.setLatency(80);
  await call(simulator);
  expect(simulator.requests[0]?.durationMs).toBeGreaterThanOrEqual(75);
  expect(() => simulator.setLatency(-1)).toThrow(RangeError);
});

test("a client that leaves before its response is sent is recorded", async () => {
  simulator.setLatency(60_000);
  const client = new AbortController();
  const leaving = fetch(simulator.endpoint, { method: "POST", body: "a=b", signal: client.signal });
  await until(() => simulator.requests.length === 1);
  client.abort();
  await expect(leaving).rejects.toMatchObject({ name: "AbortError" });
  await until(() => simulator.requests[0]?.aborted === true);
});

// One socket at a time and kept open, unlike fetch, which opens connections as it likes.
async function getOver(agent: Agent, path: string): Promise<void> {
  const [response] = (await once(request(simulator.endpoint + path, { agent }).end(), "response")) as [
    IncomingMessage,
  ];
  await text(response);
}

test("connections are counted, and requests say which one they came over", async () => {
  expect(simulator.connections).toBe(0);
  const first = new Agent({ keepAlive: true, maxSockets: 1 });
  const second = new Agent({ keepAlive: true, maxSockets: 1 });
  for (const agent of [first, first, second, first]) await getOver(agent, "/?Action=T");
  expect(simulator.connections).toBe(2);
  expect(simulator.requests.map(({ socketId }) => socketId)).toEqual([1, 1, 2, 1]);
  first.destroy();
  second.destroy();
  expect(simulator.connections).toBe(2);
});

test("a connection of the remote control is not counted", async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await getOver(agent, "/_simulator/requests");
  await getOver(agent, "/_simulator/requests");
  expect(simulator.connections).toBe(0);
  agent.destroy();
});

test("every request is reported when it has ended", async () => {
  const seen: RecordedRequest[] = [];
  const other = await startSimulator({ onRequest: (request) => seen.push(request), clock: () => 42 });
  await call(other, { Limit: 1 });
  expect(seen).toEqual([
    expect.objectContaining({ action: "DescribeCompShareImages", retCode: 0, time: 42, durationMs: 0 }),
  ]);
  await other.close();
});

test("close ends requests that hang and connections that idle, and may be repeated", async () => {
  simulator.failNext("hang");
  const hanging = call(simulator);
  const idle = connect(Number(new URL(simulator.endpoint).port), "127.0.0.1");
  const idleClosed = new Promise((resolve) => {
    idle.once("close", resolve).once("error", resolve);
  });
  await until(() => simulator.requests.length === 1 && simulator.connections === 2);
  await simulator.close();
  await expect(hanging).rejects.toThrow("fetch failed");
  await idleClosed;
  await simulator.close();
});

test("the simulator listens on the loopback address only, and takes the keys and the catalogue that it is given", async () => {
  expect(simulator.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const catalogue = generateCatalogue(16, 1);
  const other = await startSimulator({ publicKey: "mine", privateKey: "secret", catalogue });
  expect((await call(other, { Limit: 100 })).ImageSet).toHaveLength(16);
  expect(await call({ ...simulator, endpoint: other.endpoint })).toMatchObject({ RetCode: 172 });
  await other.close();
});

test("a taken port is an error", async () => {
  const port = Number(new URL(simulator.endpoint).port);
  await expect(startSimulator({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});

test.each([
  ["GET", "/other", 404],
  ["PUT", "/", 405],
])("%s %s is no API request: HTTP %i, nothing recorded", async (method, path, status) => {
  const response = await fetch(simulator.endpoint + path, { method });
  expect(response.status).toBe(status);
  expect(simulator.requests).toEqual([]);
});

test("a request of more than a megabyte is refused", async () => {
  const response = await fetch(simulator.endpoint, { method: "POST", body: "x".repeat(1_100_000) });
  expect(response.status).toBe(413);
});
