import { once } from "node:events";
import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { systemClock } from "../../provider/ucloud/clock.ts";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { listeningPort } from "../support/listening-port.ts";
import { messageOf, rejectionOf, textOf } from "../support/thrown.ts";
import { listImages, tenSeconds, wireClient } from "../support/ucloud/wire-client.ts";
import { until } from "../support/until.ts";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator();
});

beforeEach(() => simulator.resetRequests());

afterAll(() => simulator.close());

function within(milliseconds: number): { readonly deadline: number; readonly signal: AbortSignal } {
  return { ...tenSeconds(), deadline: systemClock.now() + milliseconds };
}

test("the deadline of the whole call is kept when no response comes", async () => {
  const client = wireClient(simulator.endpoint);
  // The first request loads undici, which takes as long as the machine is slow.
  await listImages(client);
  simulator.resetRequests();
  simulator.failNext("hang");
  const start = systemClock.now();
  const error = await rejectionOf(listImages(client, within(500)));
  const elapsed = systemClock.now() - start;
  expect(error).toMatchObject({ reason: "DEADLINE", category: "cancelled" });
  expect(elapsed).toBeGreaterThanOrEqual(499);
  expect(elapsed).toBeLessThan(750);
  await until(() => simulator.requests[0]?.aborted === true);
  expect(simulator.requests).toHaveLength(1);
});

test("the deadline is kept over attempts that each end in time", async () => {
  simulator.failNext("hang", 3);
  const client = wireClient(simulator.endpoint, { attemptTimeoutMs: 300 });
  const start = systemClock.now();
  expect(await rejectionOf(listImages(client, within(750)))).toMatchObject({ reason: "DEADLINE" });
  expect(systemClock.now() - start).toBeLessThan(2000);
  expect(simulator.requests).toHaveLength(3);
});

test("a server that asks to wait is left alone for as long as it asks", async () => {
  simulator.failNext({ httpStatus: 503, headers: { "retry-after": "1" } });
  const start = systemClock.now();
  expect(await listImages(wireClient(simulator.endpoint))).toMatchObject({ TotalCount: 72 });
  expect(systemClock.now() - start).toBeGreaterThanOrEqual(999);
  expect(simulator.requests).toHaveLength(2);
});

test("a wait that the deadline does not allow is given up at once", async () => {
  simulator.failNext({ httpStatus: 503, headers: { "retry-after": "5" } });
  const start = systemClock.now();
  expect(await rejectionOf(listImages(wireClient(simulator.endpoint), within(4000)))).toMatchObject({
    reason: "HTTP_RETRYABLE",
    retryAfterMs: 5000,
    attemptSummary: { attempts: 1, maxAttempts: 4 },
  });
  expect(systemClock.now() - start).toBeLessThan(1000);
});

test("a response that drips for ever ends with its attempt", async () => {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => socket.write("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n"));
    const drip = setInterval(() => socket.write(" "), 10);
    socket.on("close", () => clearInterval(drip));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const port = listeningPort(server);
  const client = wireClient(`http://127.0.0.1:${port}`, { attemptTimeoutMs: 100, maxAttempts: 1 });
  const error = await rejectionOf(listImages(client));
  expect(messageOf(error)).toBe("TIMEOUT_ATTEMPT: no complete response within 0.1 s");
  server.close();
});

test("a response as large as the limit is read", async () => {
  const server = createHttpServer((_, response) => response.end('{"RetCode":0,"Total":7}'));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const port = listeningPort(server);
  const limited = (maxBodyBytes: number) =>
    listImages(wireClient(`http://127.0.0.1:${port}`, {}, { maxBodyBytes }));
  expect(await limited(23)).toEqual({ Total: 7 });
  expect(await rejectionOf(limited(22))).toMatchObject({ reason: "BODY_TOO_LARGE" });
  server.closeAllConnections();
  server.close();
});

test.each<[string, readonly string[], object]>([
  ["with a byte order mark", ["efbbbf", '{"RetCode":0,"Total":7}'], { Total: 7 }],
  ["that is not UTF-8", ['{"RetCode":0,"Name":"', "c3", '"}'], { reason: "BODY_ENCODING" }],
])("a response %s is read for what it is", async (_, parts, outcome) => {
  const bytes = parts.map((part) => Buffer.from(part, /^[0-9a-f]+$/.test(part) ? "hex" : "utf8"));
  const server = createHttpServer((_, response) => response.end(Buffer.concat(bytes)));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const port = listeningPort(server);
  const call = listImages(wireClient(`http://127.0.0.1:${port}`));
  expect(await call.catch((error: unknown) => error)).toMatchObject(outcome);
  server.closeAllConnections();
  server.close();
});

test("a response that is no HTTP is retried once and named", async () => {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.on("error", () => undefined);
    socket.end("220 mail.example ESMTP\r\n");
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const port = listeningPort(server);
  const error = await rejectionOf(listImages(wireClient(`http://127.0.0.1:${port}`)));
  expect(messageOf(error)).toBe("HTTP_PROTOCOL: the response is not HTTP; check `baseUrl`");
  expect(connections).toBe(2);
  server.close();
});

test("a port that nobody listens on is tried four times and named", async () => {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const port = listeningPort(server);
  server.close();
  await once(server, "close");
  for (const host of ["127.0.0.1", "localhost"])
    expect(textOf(await rejectionOf(listImages(wireClient(`http://${host}:${port}`))))).toMatch(
      /^TRANSPORT_FAILED: NET_CONNECT: the gateway refused the connection; check `baseUrl` and proxy settings \[ECONNREFUSED\] \(attempt 4 of 4, /,
    );
});

test("a call that is cancelled closes its connection at once", async () => {
  simulator.failNext("hang");
  const controller = new AbortController();
  const call = rejectionOf(listImages(wireClient(simulator.endpoint), tenSeconds(controller.signal)));
  await until(() => simulator.requests.length === 1);
  const start = systemClock.now();
  controller.abort();
  expect(await call).toMatchObject({ code: "CANCELLED" });
  await until(() => simulator.requests[0]?.aborted === true);
  expect(systemClock.now() - start).toBeLessThan(1000);
});

test("a call that is cancelled while its response arrives closes its connection", async () => {
  simulator.failNext({ bodyBytes: 1_000_000_000 });
  const controller = new AbortController();
  const client = wireClient(simulator.endpoint, {}, { maxBodyBytes: 2_000_000_000 });
  const call = rejectionOf(listImages(client, tenSeconds(controller.signal)));
  await until(() => simulator.requests.length === 1);
  controller.abort();
  expect(await call).toMatchObject({ code: "CANCELLED" });
  await until(() => simulator.requests[0]?.aborted === true);
});

test("a call that is cancelled while it waits for a free connection is never sent", async () => {
  const client = wireClient(simulator.endpoint, {}, { maxSockets: 1 });
  simulator.failNext("hang");
  const first = new AbortController();
  const second = new AbortController();
  const busy = rejectionOf(listImages(client, tenSeconds(first.signal)));
  await until(() => simulator.requests.length === 1);
  const queued = rejectionOf(listImages(client, tenSeconds(second.signal)));
  second.abort();
  expect(await queued).toMatchObject({ code: "CANCELLED" });
  first.abort();
  expect(await busy).toMatchObject({ code: "CANCELLED" });
  expect(await listImages(client)).toMatchObject({ TotalCount: 72 });
  expect(simulator.requests).toHaveLength(2);
});

test("one of two calls that is cancelled leaves the other alone", async () => {
  const slow = await startSimulator({ latencyMs: 50 });
  const client = wireClient(slow.endpoint);
  const controller = new AbortController();
  const cancelled = rejectionOf(listImages(client, tenSeconds(controller.signal)));
  const other = listImages(client);
  await until(() => slow.requests.length === 2);
  controller.abort();
  expect(await cancelled).toMatchObject({ code: "CANCELLED" });
  expect(await other).toMatchObject({ TotalCount: 72 });
  await slow.close();
});
