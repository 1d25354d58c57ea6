import { inspect } from "node:util";
import { expect, test } from "@jest/globals";
import type { CallLimits } from "../../../provider/ucloud/attempt.ts";
import { createClient } from "../../../provider/ucloud/client.ts";
import type { HttpReply, Post } from "../../../provider/ucloud/transport.ts";
import { messageOf, rejectionOf, textOf } from "../../support/thrown.ts";
import { clientParts, listRequest, reply, type Step, script } from "../../support/ucloud/client-parts.ts";
import { createVirtualClock } from "../../support/ucloud/virtual-clock.ts";

function run(steps: readonly Step[], limits: Partial<CallLimits> = {}, maxAttempts = 4) {
  const clock = createVirtualClock();
  const { post, times, forms } = script(steps, clock);
  const client = createClient({ ...clientParts(post, clock), maxAttempts });
  const call = client.call("DescribeCompShareImages", listRequest, {
    deadline: 60_000,
    signal: new AbortController().signal,
    ...limits,
  });
  return { call, times, forms, clock };
}

const fine = reply(200, '{"RetCode":0,"TotalCount":0,"ImageSet":[]}');
const busy = reply(503, "busy");
const refused = (retCode: number, message = "words"): HttpReply =>
  reply(200, JSON.stringify({ RetCode: retCode, Message: message }));
const network = (code: string): Error => Object.assign(new Error("network"), { code });

test.each<[string, readonly Step[], readonly number[]]>([
  ["a response at once", [fine], [0]],
  ["HTTP 503 twice", [busy, busy, fine], [0, 50, 150]],
  [
    "a reset three times",
    [network("ECONNRESET"), network("EPIPE"), network("UND_ERR_SOCKET"), fine],
    [0, 50, 150, 350],
  ],
  ["RetCode 153 twice", [refused(153), refused(153), fine], [0, 500, 1500]],
  ["RetCode 130", [refused(130), fine], [0, 50]],
  ["a web page once", [reply(200, "<html>"), fine], [0, 50]],
  ["a name that is unknown once", [network("ENOTFOUND"), fine], [0, 50]],
  ["Retry-After 2", [reply(503, "", { "retry-after": "2" }), fine], [0, 2000]],
  ["an attempt without a response", ["hang", fine], [0, 20_050]],
])("%s is overcome, with requests at %p ms", async (_, steps, moments) => {
  const { call, times, forms } = run(steps);
  expect(await call).toEqual({ TotalCount: 0, ImageSet: [] });
  expect(times).toEqual(moments);
  expect(new Set(forms).size).toBe(1);
});

const once = { attempts: 1, maxAttempts: 4, elapsedMs: 0, quotaSpent: false };
const withKeys = { ...once, credentialsSource: "environment" };

test.each<[string, number, Step, object]>([
  ["503 for ever", 4, busy, { reason: "HTTP_RETRYABLE", attemptSummary: { attempts: 4, elapsedMs: 350 } }],
  ["153 for ever", 4, refused(153), { retCode: 153, attemptSummary: { attempts: 4, elapsedMs: 3500 } }],
  [
    "a web page for ever",
    2,
    reply(200, "<html>"),
    { reason: "BODY_NOT_JSON", attemptSummary: { attempts: 2, elapsedMs: 50 } },
  ],
  [
    "an unknown RetCode from 2000 on",
    2,
    refused(8017),
    { retCode: 8017, attemptSummary: { attempts: 2, elapsedMs: 50 } },
  ],
  ["171", 1, refused(171), { retCode: 171, attemptSummary: withKeys }],
  ["172", 1, refused(172), { retCode: 172, attemptSummary: withKeys }],
  ["292", 1, refused(292), { retCode: 292, attemptSummary: withKeys }],
  [
    "230",
    1,
    refused(230, "Params [Region] not available"),
    { meaning: { argument: "region" }, attemptSummary: once },
  ],
  ["a redirect", 1, reply(307, "", { location: "/" }), { reason: "REDIRECT", attemptSummary: once }],
  ["a bad certificate", 1, network("CERT_HAS_EXPIRED"), { reason: "TLS_CERT", attemptSummary: once }],
  [
    "an attempt that never ends",
    3,
    "hang",
    { reason: "DEADLINE", attemptSummary: { attempts: 3, elapsedMs: 60_000 } },
  ],
])("%s is given up after %i requests", async (_, requests, step, error) => {
  const { call, times } = run([step]);
  expect(await rejectionOf(call)).toMatchObject(error);
  expect(times).toHaveLength(requests);
});

test("with one attempt allowed nothing is retried", async () => {
  const { call, times } = run([busy, fine], {}, 1);
  expect(await rejectionOf(call)).toMatchObject({
    reason: "HTTP_RETRYABLE",
    attemptSummary: { attempts: 1, maxAttempts: 1 },
  });
  expect(times).toEqual([0]);
});

test("the deadline ends an attempt to the millisecond, and the attempt before it on its own time", async () => {
  const { call, times, clock } = run(["hang"], { deadline: 30_000 });
  expect(await rejectionOf(call)).toMatchObject({
    reason: "DEADLINE",
    category: "cancelled",
    attemptSummary: { attempts: 2, elapsedMs: 30_000 },
  });
  expect(times).toEqual([0, 20_050]);
  expect(clock.now()).toBe(30_000);
});

test("of an attempt and a whole call that end together the call counts", async () => {
  const { call, times } = run(["hang"], { deadline: 20_000 });
  expect(await rejectionOf(call)).toMatchObject({ reason: "DEADLINE" });
  expect(times).toEqual([0]);
});

test("a wait that would pass the deadline is not begun: the failure itself comes at once", async () => {
  const { call, clock } = run([reply(429, "", { "retry-after": "86400" })]);
  const error = await rejectionOf(call);
  expect(error).toMatchObject({ retryAfterMs: 86_400_000 });
  expect(messageOf(error)).toBe("HTTP_THROTTLED: HTTP 429: too many requests; it asks to wait 86400 s");
  expect(clock.now()).toBe(0);
});

test("the time that is left counts from now, whatever the clock says", async () => {
  const clock = createVirtualClock(7_000_000);
  const { post, times } = script([reply(503, "", { "retry-after": "2" }), fine], clock);
  const client = createClient(clientParts(post, clock));
  const { signal } = new AbortController();
  const call = client.call("DescribeCompShareImages", listRequest, { deadline: 7_002_000, signal });
  expect(await rejectionOf(call)).toMatchObject({ reason: "HTTP_RETRYABLE", retryAfterMs: 2000 });
  expect(times).toEqual([7_000_000]);
});

test("a deadline that has passed before the call means no request", async () => {
  const { call, times } = run([fine], { deadline: 0 });
  expect(await rejectionOf(call)).toMatchObject({ reason: "DEADLINE" });
  expect(times).toEqual([]);
});

test("an attempt that is too slow says how long it was given", async () => {
  const { call } = run(["hang"], {}, 1);
  expect(messageOf(await rejectionOf(call))).toBe("TIMEOUT_ATTEMPT: no complete response within 20 s");
});

test("what is no failure of the network is thrown as it is and never retried", async () => {
  const fault = new TypeError("a fault of ours");
  const { call, times } = run([fault]);
  expect(await rejectionOf(call)).toBe(fault);
  expect(times).toHaveLength(1);
});

test("a call that was stopped before it began sends nothing", async () => {
  const { call, times } = run([fine], { signal: AbortSignal.abort() });
  expect(await rejectionOf(call)).toMatchObject({ code: "CANCELLED", category: "cancelled" });
  expect(times).toEqual([]);
});

test("a call that is stopped while it waits for a response, or between attempts, ends and sends nothing more", async () => {
  for (const step of ["hang", busy] as const) {
    const controller = new AbortController();
    const clock = createVirtualClock();
    const { post, times } = script([step], clock);
    const stopping: Post = (...given) => {
      queueMicrotask(() => controller.abort());
      return post(...given);
    };
    const limits = { deadline: 60_000, signal: controller.signal };
    const call = createClient(clientParts(stopping, clock)).call(
      "DescribeCompShareImages",
      listRequest,
      limits,
    );
    expect(await rejectionOf(call)).toMatchObject({
      code: "CANCELLED",
      category: "cancelled",
    });
    expect(times).toEqual([0]);
    expect(clock.now()).toBe(0);
  }
});

test("a response that calls itself by another action's name is taken, with one warning for all calls", async () => {
  const clock = createVirtualClock();
  const { post } = script(
    [reply(200, '{"RetCode":0,"TotalCount":7,"Action":"Other\\u001b[2JResponse"}')],
    clock,
  );
  const warnings: string[] = [];
  const client = createClient({ ...clientParts(post, clock), warn: (text) => warnings.push(text) });
  const limits = { deadline: 60_000, signal: new AbortController().signal };
  for (let call = 0; call < 3; call += 1)
    expect(await client.call("DescribeCompShareImages", listRequest, limits)).toEqual({ TotalCount: 7 });
  expect(warnings).toEqual([
    'the response to DescribeCompShareImages calls itself "Other\\u{1b}[2JResponse"; a proxy may be mixing up responses',
  ]);
});

test.each(['"DescribeCompShareImagesResponse"', "null", "5", '""'])(
  "a response whose Action is %s warns of nothing",
  async (name) => {
    const clock = createVirtualClock();
    const { post } = script([reply(200, `{"RetCode":0,"Action":${name}}`)], clock);
    const warnings: string[] = [];
    const client = createClient({ ...clientParts(post, clock), warn: (text) => warnings.push(text) });
    const limits = { deadline: 60_000, signal: new AbortController().signal };
    await client.call("DescribeCompShareImages", listRequest, limits);
    expect(warnings).toEqual([]);
  },
);

test("a gateway that quotes the request back does not bring the signature into the error", async () => {
  const clock = createVirtualClock();
  let sent = "";
  const echo: Post = async (_, form) => {
    sent = new URLSearchParams(form).get("Signature") ?? "";
    return refused(171, `Signature VerifyAC Error: ${sent}`);
  };
  const limits = { deadline: 60_000, signal: new AbortController().signal };
  const call = createClient(clientParts(echo, clock)).call("DescribeCompShareImages", listRequest, limits);
  const error = await rejectionOf(call);
  expect(sent).toMatch(/^[0-9a-f]{40}$/);
  expect(textOf(error)).toContain("Signature VerifyAC Error: [signature].");
  expect(inspect(error, { depth: null })).not.toContain(sent);
});
