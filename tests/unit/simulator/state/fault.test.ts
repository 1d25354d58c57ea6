import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type Simulator, startSimulator } from "../../../../simulator/simulator.ts";
import type { Fault } from "../../../../simulator/state/fault.ts";
import { call, postForm } from "../../../support/simulator/call-simulator.ts";
import { until } from "../../../support/until.ts";

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator();
});

afterEach(() => simulator.close());

async function failWith(fault: Fault): Promise<Response> {
  simulator.failNext(fault);
  return postForm(simulator);
}

test("a RetCode fault is an ordinary response with that code", async () => {
  const response = await failWith({ retCode: 153, message: "Too many requests" });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ RetCode: 153, Message: "Too many requests" });
  expect(simulator.requests[0]).toMatchObject({ retCode: 153, fault: "retCode 153" });
});

test("an HTTP status fault has the body and headers that were asked for", async () => {
  const response = await failWith({ httpStatus: 429, body: "slow down", headers: { "retry-after": "2" } });
  expect([response.status, response.headers.get("retry-after"), await response.text()]).toEqual([
    429,
    "2",
    "slow down",
  ]);
});

test("an HTTP status fault without a body of its own is an HTML page", async () => {
  const response = await failWith({ httpStatus: 503 });
  expect([response.status, response.headers.get("content-type")]).toEqual([503, "text/html; charset=utf-8"]);
  expect(await response.text()).toContain("503");
});

test("reset breaks the connection without a response", async () => {
  await expect(failWith("reset")).rejects.toMatchObject({ cause: { code: "ECONNRESET" } });
  await until(() => simulator.requests[0]?.durationMs !== undefined);
  expect(simulator.requests[0]).toMatchObject({ retCode: undefined, fault: "reset", aborted: false });
});

test("hang never responds, and the record says when the client gave up", async () => {
  simulator.failNext("hang");
  const body = "Action=DescribeCompShareImages";
  const client = new AbortController();
  const given = fetch(simulator.endpoint, { method: "POST", body, signal: client.signal });
  await until(() => simulator.requests.length === 1);
  await sleep(60);
  expect(simulator.requests[0]).toMatchObject({ durationMs: undefined, aborted: false });
  client.abort();
  await expect(given).rejects.toMatchObject({ name: "AbortError" });
  await until(() => simulator.requests[0]?.aborted === true);
  expect(simulator.requests[0]?.durationMs).toBeGreaterThanOrEqual(50);
});

test("html is a web page with status 200", async () => {
  const response = await failWith("html");
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  expect(await response.text()).toMatch(/^<!doctype html>/);
});

test("empty is status 200 and no body", async () => {
  const response = await failWith("empty");
  expect([response.status, await response.text()]).toEqual([200, ""]);
});

test("truncated ends half way through the body", async () => {
  const response = await failWith("truncated");
  expect(Number(response.headers.get("content-length"))).toBeGreaterThan(10_000);
  await expect(response.text()).rejects.toThrow("terminated");
  expect(simulator.requests[0]).toMatchObject({ fault: "truncated", aborted: false });
});

test("wrong-shape says that all is well and sends no list", async () => {
  const response = await (await failWith("wrong-shape")).json();
  expect(response).toMatchObject({ RetCode: 0, ImageSet: { 0: "no list" } });
});

test("an over-size body is JSON and as large as asked for", async () => {
  const text = await (await failWith({ bodyBytes: 3_000_000 })).text();
  expect(text.length).toBeGreaterThanOrEqual(3_000_000);
  expect(JSON.parse(text)).toMatchObject({ RetCode: 0, ImageSet: [] });
});

test("a client that stops reading an over-size body is recorded as gone", async () => {
  const response = await failWith({ bodyBytes: 200_000_000 });
  await response.body?.cancel();
  await until(() => simulator.requests[0]?.aborted === true);
});

test("redirect points to the simulator, where a request that follows it is recorded", async () => {
  const response = await failWith("redirect");
  expect([response.status, response.headers.get("location")]).toEqual([307, "/?Redirected=1"]);
  expect(simulator.requests).toHaveLength(1);
  await fetch(new URL(response.headers.get("location") ?? "", simulator.endpoint));
  expect(simulator.requests[1]?.params).toEqual({ Redirected: "1" });
});

test("faults come in the order they were planned, as often as asked for", async () => {
  simulator.failNext({ retCode: 150 }, 2);
  simulator.failNext({ retCode: 153 });
  const codes: unknown[] = [];
  for (let count = 0; count < 4; count++) codes.push((await call(simulator)).RetCode);
  expect(codes).toEqual([150, 150, 153, 0]);
});

test("a fault may wait for a request with certain parameters", async () => {
  simulator.failNext({ retCode: 150 }, 1, { Offset: "40" });
  const codes: unknown[] = [];
  for (const Offset of [0, 20, 40, 40]) codes.push((await call(simulator, { Offset })).RetCode);
  expect(codes).toEqual([0, 0, 150, 0]);
});

test.each([
  ["explode", 1],
  [{ retCode: "153" }, 1],
  [{ httpStatus: 99 }, 1],
  [{ bodyBytes: 0 }, 1],
  [{ retCode: 153, delay: 5 }, 1],
  [{}, 1],
  [null, 1],
  ["reset", 0],
  ["reset", 1.5],
])("the fault %j, %p times, is refused", (fault, times) => {
  expect(() => simulator.failNext(fault as Fault, times)).toThrow(RangeError);
});
