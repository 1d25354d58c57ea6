import { once } from "node:events";
import { createServer } from "node:http";
import { inspect } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { CompShareError } from "../../provider/errors/compshare-error.ts";
import type { Client } from "../../provider/ucloud/client.ts";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import type { Fault } from "../../simulator/state/fault.ts";
import { listeningPort } from "../support/listening-port.ts";
import { attemptsOf, messageOf, rejectionOf, textOf } from "../support/thrown.ts";
import { listImages, wireClient } from "../support/ucloud/wire-client.ts";
import { until } from "../support/until.ts";

let simulator: Simulator;
let client: Client;
/** Gives an attempt 200 ms only. */
let hasty: Client;

beforeAll(async () => {
  simulator = await startSimulator();
});

// A client remembers that it was throttled and that its keys were refused.
beforeEach(() => {
  simulator.resetRequests();
  client = wireClient(simulator.endpoint);
  hasty = wireClient(simulator.endpoint, { attemptTimeoutMs: 200 });
});

afterAll(() => simulator.close());

test.each<[string, Fault, number]>([
  ["a reset connection", "reset", 3],
  ["no response", "hang", 2],
  ["a web page", "html", 1],
  ["an empty response", "empty", 1],
  ["half a response", "truncated", 2],
  ["HTTP 503", { httpStatus: 503 }, 2],
  [
    "HTTP 502 in another encoding",
    { httpStatus: 502, body: "坏", headers: { "content-type": "text/html; charset=gbk" } },
    2,
  ],
  [
    "HTTP 503 that says it is compressed",
    { httpStatus: 503, body: "no gzip", headers: { "content-encoding": "gzip" } },
    2,
  ],
  ["HTTP 429", { httpStatus: 429 }, 2],
  ["HTTP 500", { httpStatus: 500 }, 3],
  ["RetCode 153", { retCode: 153 }, 2],
  ["RetCode 130", { retCode: 130 }, 3],
  ["RetCode 8498", { retCode: 8498 }, 3],
])("%s is overcome", async (_, fault, times) => {
  simulator.failNext(fault, times);
  expect(await listImages(fault === "hang" ? hasty : client)).toMatchObject({ TotalCount: 72 });
  expect(simulator.requests).toHaveLength(times + 1);
});

const action = "DescribeCompShareImages";
const after = (attempts: number): RegExp =>
  new RegExp(`^attempt ${attempts} of 4, \\d\\.\\d s(, keys from the environment \\(.*\\))?$`);

test.each<[string, number, Fault, string]>([
  [
    "a reset connection",
    4,
    "reset",
    "TRANSPORT_FAILED: NET_RESET: the connection broke before the response was complete [ECONNRESET]",
  ],
  ["no response", 4, "hang", "TRANSPORT_FAILED: TIMEOUT_ATTEMPT: no complete response within 0.2 s"],
  [
    "a web page",
    2,
    "html",
    `RESPONSE_UNEXPECTED: BODY_NOT_JSON: ${action}: the response is not a JSON object but text/html of 107 characters; a portal or proxy may have responded in CompShare's place`,
  ],
  ["an empty response", 2, "empty", `RESPONSE_UNEXPECTED: BODY_EMPTY: ${action}: the response is empty`],
  [
    "HTTP 204",
    2,
    { httpStatus: 204, headers: {} },
    `RESPONSE_UNEXPECTED: BODY_EMPTY: ${action}: the response is empty`,
  ],
  [
    "half a response",
    4,
    "truncated",
    "TRANSPORT_FAILED: NET_RESET: the connection broke before the response was complete [UND_ERR_SOCKET]",
  ],
  [
    "a redirect",
    1,
    "redirect",
    `TRANSPORT_FAILED: REDIRECT: HTTP 307: the gateway redirected ${action}; redirects are not followed; check \`baseUrl\``,
  ],
  [
    "HTTP 503",
    4,
    { httpStatus: 503 },
    "TRANSPORT_FAILED: HTTP_RETRYABLE: HTTP 503: the gateway is having trouble",
  ],
  [
    "HTTP 404",
    1,
    { httpStatus: 404 },
    "TRANSPORT_FAILED: HTTP_REFUSED: HTTP 404: the gateway does not accept the request; check `baseUrl` and the proxy",
  ],
  [
    "HTTP 429 with a day to wait",
    1,
    { httpStatus: 429, headers: { "retry-after": "86400" } },
    "TRANSPORT_FAILED: HTTP_THROTTLED: HTTP 429: too many requests; it asks to wait 86400 s",
  ],
  [
    "a RetCode that is a word",
    1,
    { httpStatus: 200, body: '{"RetCode":"fine"}' },
    `RESPONSE_UNEXPECTED: SCHEMA: ${action}: RetCode must be a whole number`,
  ],
  [
    "a response in GBK",
    1,
    { httpStatus: 200, body: "{}", headers: { "content-type": "text/html; charset=gbk" } },
    "RESPONSE_UNEXPECTED: BODY_ENCODING: the response is not in UTF-8",
  ],
  [
    "a compressed response",
    1,
    { httpStatus: 200, body: "{}", headers: { "content-encoding": "gzip" } },
    "RESPONSE_UNEXPECTED: BODY_ENCODING: the response is compressed although that was not asked for",
  ],
  [
    "171 in HTTP 500",
    1,
    { httpStatus: 500, body: '{"RetCode":171}' },
    `API_REFUSED: ${action} was refused with RetCode 171. Check for white space around the keys, that they were made at https://console.compshare.cn/uaccount/api_manage (keys of other UCloud gateways are refused here), and that both belong together.`,
  ],
])("%s for ever is told after %i requests", async (_, requests, fault, text) => {
  simulator.failNext(fault, requests);
  const error = await rejectionOf(listImages(fault === "hang" ? hasty : client));
  expect(attemptsOf(error)).toMatch(after(requests));
  expect(textOf(error)).toBe(`${text} (${attemptsOf(error)})`);
  expect(simulator.requests).toHaveLength(requests);
});

test.each([301, 302, 303, 307, 308])("HTTP %i to another host: nothing arrives there", async (httpStatus) => {
  let connections = 0;
  const target = createServer((_, response) => response.end("{}")).on("connection", () => {
    connections += 1;
  });
  await once(target.listen(0, "127.0.0.1"), "listening");
  const port = listeningPort(target);
  simulator.failNext({ httpStatus, headers: { location: `http://127.0.0.1:${port}/` } });
  expect(await rejectionOf(listImages(client))).toMatchObject({ reason: "REDIRECT" });
  expect(connections).toBe(0);
  expect(simulator.requests).toHaveLength(1);
  target.close();
});

test("a list that is no list is told after one request", async () => {
  simulator.failNext("wrong-shape");
  const error = await rejectionOf(listImages(client));
  expect(messageOf(error)).toBe(`SCHEMA: ${action}: ImageSet is not of the type that CompShare documents`);
  expect(attemptsOf(error)).toMatch(after(1));
  expect(simulator.requests).toHaveLength(1);
});

test("a response over the limit is cut off at once and not retried", async () => {
  simulator.failNext({ bodyBytes: 500_000_000 });
  const small = wireClient(simulator.endpoint, {}, { maxBodyBytes: 1_000_000 });
  const error = await rejectionOf(listImages(small));
  expect(error).toMatchObject({
    reason: "BODY_TOO_LARGE",
    category: "internal",
    facts: { maxBytes: 1_000_000 },
  });
  expect(attemptsOf(error)).toMatch(after(1));
  await until(() => simulator.requests[0]?.aborted === true);
  expect(simulator.requests).toHaveLength(1);
});

test("16 MiB is the limit unless it was set", async () => {
  simulator.failNext({ bodyBytes: 16 * 1024 * 1024 });
  const error = await rejectionOf(listImages(wireClient(simulator.endpoint)));
  expect(messageOf(error)).toBe("BODY_TOO_LARGE: the response is larger than 16777216 bytes");
});

test("no fault brings a key, a signature or a body into an error", async () => {
  const canary = "canary-4711";
  const faults: Fault[] = [
    "reset",
    "hang",
    "html",
    "empty",
    "truncated",
    "redirect",
    { httpStatus: 503, body: canary },
  ];
  faults.push(
    { httpStatus: 404, body: canary },
    { httpStatus: 200, body: `{"${canary}":1}` },
    { bodyBytes: 2000 },
  );
  faults.push(
    { httpStatus: 200, body: `<p>${canary}` },
    { httpStatus: 200, body: `{"RetCode":9,"X":"${canary}"}` },
  );
  for (const fault of faults) {
    simulator.failNext(fault, 2);
    const quick = wireClient(
      simulator.endpoint,
      { attemptTimeoutMs: 50, maxAttempts: 2 },
      { maxBodyBytes: 1000 },
    );
    const error = await rejectionOf(listImages(quick));
    expect(error).toBeInstanceOf(CompShareError);
    const shown = inspect(error, { depth: null, showHidden: true, getters: true });
    for (const secret of [canary, simulator.privateKey, simulator.publicKey, "Signature", "Welcome"])
      expect([fault, shown]).toEqual([fault, expect.not.stringContaining(secret)]);
    expect(shown).not.toMatch(/\b[0-9a-f]{40}\b/);
  }
});
