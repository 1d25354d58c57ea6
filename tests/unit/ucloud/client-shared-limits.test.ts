import { expect, test } from "@jest/globals";
import type { CallLimits } from "../../../provider/ucloud/attempt.ts";
import { type Client, createClient } from "../../../provider/ucloud/client.ts";
import type { HttpReply, Post } from "../../../provider/ucloud/transport.ts";
import { attemptsOf, messageOf, rejectionOf, textOf } from "../../support/thrown.ts";
import { clientParts, listRequest, reply, type Step, script } from "../../support/ucloud/client-parts.ts";
import { createVirtualClock } from "../../support/ucloud/virtual-clock.ts";
import type { ListingResponse } from "../../support/ucloud/wire-client.ts";

const fine = reply(200, '{"RetCode":0,"TotalCount":7}');
const busy = reply(503, "busy");
const refused = (retCode: number): HttpReply => reply(200, JSON.stringify({ RetCode: retCode }));

/** A client of a gateway that takes these steps, and what the gateway saw. */
function clientOf(steps: readonly Step[], random: () => number = () => 0.5) {
  const clock = createVirtualClock();
  const { post, times, forms } = script(steps, clock);
  const client = createClient({ ...clientParts(post, clock), random });
  return { client, times, forms, clock };
}

function ask(client: Client, limits: Partial<CallLimits> = {}): Promise<ListingResponse> {
  const signal = new AbortController().signal;
  return client.call("DescribeCompShareImages", listRequest, { deadline: 60_000, signal, ...limits });
}

/** Lets a while pass in which the virtual clock stands still. */
async function soon(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

const askTimes = (client: Client, calls: number): Promise<unknown[]> =>
  Promise.all(Array.from({ length: calls }, () => ask(client).catch((error: unknown) => error)));

test("at most eight requests are under way at once, however many calls there are", async () => {
  const clock = createVirtualClock();
  let [now, most] = [0, 0];
  const post: Post = async () => {
    now += 1;
    most = Math.max(most, now);
    await soon();
    now -= 1;
    return fine;
  };
  const responses = await askTimes(createClient(clientParts(post, clock)), 200);
  expect(responses).toHaveLength(200);
  expect(most).toBe(8);
});

test.each([
  [200, 235],
  [1000, 1035],
])("in an outage %i calls cost %i requests", async (calls, requests) => {
  const { client, times } = clientOf([busy], () => 0);
  const errors = await askTimes(client, calls);
  expect(times).toHaveLength(requests);
  for (const error of errors) expect(error).toMatchObject({ reason: "HTTP_RETRYABLE" });
});

test("a call that may not be retried any more says so", async () => {
  const { client } = clientOf([busy], () => 0);
  await askTimes(client, 200);
  expect(await rejectionOf(ask(client))).toMatchObject({
    attemptSummary: { attempts: 1, maxAttempts: 4, elapsedMs: 0, quotaSpent: true },
  });
  expect(attemptsOf(await rejectionOf(ask(client)))).toBe(
    "attempt 1 of 4, 0.0 s, not retried, since too many calls are failing",
  );
});

test("after an outage a call that succeeds pays for a retry again", async () => {
  const steps: Step[] = [...Array<Step>(235).fill(busy), fine, busy, fine];
  const { client } = clientOf(steps, () => 0);
  await askTimes(client, 200);
  await ask(client);
  expect(await ask(client)).toEqual({ TotalCount: 7 });
});

test.each([171, 172, 174])(
  "200 calls with keys that RetCode %i refuses cost eight requests",
  async (code) => {
    const clock = createVirtualClock();
    let requests = 0;
    const post: Post = async () => {
      requests += 1;
      await soon();
      return refused(code);
    };
    const client = createClient(clientParts(post, clock));
    const errors = await askTimes(client, 200);
    expect(requests).toBe(8);
    for (const error of errors)
      expect(error).toMatchObject({
        retCode: code,
        attemptSummary: { attempts: 1, maxAttempts: 4, elapsedMs: 0, credentialsSource: "environment" },
      });
    await rejectionOf(ask(client));
    expect(requests).toBe(8);
  },
);

test.each([292, 293, 294, 299, 230])(
  "RetCode %i says nothing about the keys of the next call",
  async (code) => {
    const { client } = clientOf([refused(code), fine]);
    expect(await rejectionOf(ask(client))).toMatchObject({ retCode: code });
    expect(await ask(client)).toEqual({ TotalCount: 7 });
  },
);

/** Lets three calls begin, and a fourth when the first responses have come; the moments of all requests. */
async function fourCalls(start: number, steps: readonly Step[]): Promise<readonly number[]> {
  const clock = createVirtualClock(start);
  const { post, times } = script(steps, clock);
  const client = createClient(clientParts(post, clock));
  const limits = { deadline: start + 60_000 };
  const first = [ask(client, limits), ask(client, limits), ask(client, limits)];
  await soon();
  await Promise.all([...first, ask(client, limits)]);
  return times.map((time) => time - start);
}

test.each([0, 7_000_000])(
  "two throttled responses of three hold no other call back, at %i",
  async (start) => {
    const throttled = refused(153);
    expect(await fourCalls(start, [throttled, fine, throttled, fine])).toEqual([0, 0, 0, 0, 500, 500]);
  },
);

test.each([0, 7_000_000])(
  "three throttled responses in a row hold every call back, and successes admit calls again, at %i",
  async (start) => {
    const steps = [...Array<Step>(3).fill(refused(153)), fine];
    expect(await fourCalls(start, steps)).toEqual([0, 0, 0, 187.5, 500, 500, 500]);
  },
);

test("a retry goes before a call that has not been sent yet", async () => {
  const clock = createVirtualClock();
  const { post: hang } = script(["hang"], clock);
  const sent: string[] = [];
  const post: Post = async (endpoint, form, signal) => {
    const offset = new URLSearchParams(form).get("Offset") ?? "";
    sent.push(offset);
    if (offset !== "0") return hang(endpoint, form, signal);
    return sent.length === 1 ? busy : fine;
  };
  const client = createClient({ ...clientParts(post, clock), maxAttempts: 2 });
  const limits = { deadline: 60_000, signal: new AbortController().signal };
  await Promise.allSettled(
    Array.from({ length: 10 }, (_, offset) =>
      client.call("DescribeCompShareImages", { ...listRequest, offset }, limits),
    ),
  );
  expect(sent.slice(0, 11)).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "8", "0", "9"]);
});

test("when the server asks to wait longer than a call has, the call fails at once and sends nothing", async () => {
  const { client, times, clock } = clientOf([reply(429, "", { "retry-after": "3600" })]);
  const message = "HTTP_THROTTLED: HTTP 429: too many requests; it asks to wait 3600 s";
  expect(messageOf(await rejectionOf(ask(client)))).toBe(message);
  expect(messageOf(await rejectionOf(ask(client)))).toBe(message);
  expect(times).toEqual([0]);
  expect(clock.now()).toBe(0);
});

test("a call that is held up by the failure of another says how hard it was tried itself", async () => {
  const { client } = clientOf([busy, reply(429, "", { "retry-after": "3600" })]);
  expect(await rejectionOf(ask(client))).toMatchObject({ attemptSummary: { attempts: 2, elapsedMs: 50 } });
  expect(await rejectionOf(ask(client))).toMatchObject({ attemptSummary: { attempts: 1, elapsedMs: 0 } });
});

test("a call that cannot wait for the end of a pause does not stand in line behind those that can", async () => {
  const { client, times, clock } = clientOf([reply(429, "", { "retry-after": "30" }), fine]);
  await rejectionOf(ask(client, { deadline: 5000 }));
  const patient = Array.from({ length: 8 }, () => ask(client));
  await soon();
  expect(await rejectionOf(ask(client, { deadline: 10_000 }))).toMatchObject({ reason: "HTTP_THROTTLED" });
  expect(clock.now()).toBe(0);
  await Promise.all(patient);
  expect(times).toEqual([0, ...Array(8).fill(30_000)]);
});

test("a pause that ends with the time of a call is too long for it, one that ends before is not", async () => {
  const { client, times, clock } = clientOf([reply(429, "", { "retry-after": "30" }), fine]);
  await rejectionOf(ask(client, { deadline: 5000 }));
  expect(await rejectionOf(ask(client, { deadline: 30_000 }))).toMatchObject({ reason: "HTTP_THROTTLED" });
  expect(clock.now()).toBe(0);
  await ask(client, { deadline: 30_001 });
  expect(times).toEqual([0, 30_000]);
});

test("a call that waits fails when a later response makes the pause too long for it", async () => {
  const clock = createVirtualClock();
  const asksToWait = (seconds: number): HttpReply => reply(429, "", { "retry-after": String(seconds) });
  let requests = 0;
  const post: Post = async () => {
    requests += 1;
    if (requests > 1) return asksToWait(10);
    await new Promise<void>((respond) => clock.after(1000, respond));
    return asksToWait(3600);
  };
  const client = createClient(clientParts(post, clock));
  const slow = rejectionOf(ask(client));
  const quick = rejectionOf(ask(client, { deadline: 5000 }));
  await soon();
  const waiting = await rejectionOf(ask(client));
  expect(messageOf(waiting)).toBe("HTTP_THROTTLED: HTTP 429: too many requests; it asks to wait 3600 s");
  expect([requests, clock.now()]).toEqual([2, 1000]);
  await Promise.all([slow, quick]);
});

test("a RetCode beside Retry-After waits for as long as the server asks", async () => {
  const throttled = reply(200, '{"RetCode":153,"Message":"Too many"}', { "retry-after": "7" });
  const { client, times } = clientOf([throttled, fine]);
  expect(await ask(client)).toEqual({ TotalCount: 7 });
  expect(times).toEqual([0, 7000]);
  const again = clientOf([throttled]);
  expect(textOf(await rejectionOf(ask(again.client, { deadline: 5000 })))).toContain(
    "RetCode 153: Too many; it asks to wait 7 s. ",
  );
});

test("a call that is stopped during a pause sends nothing", async () => {
  const { client, times, clock } = clientOf([reply(429, "", { "retry-after": "30" }), fine]);
  await rejectionOf(ask(client, { deadline: 5000 }));
  const controller = new AbortController();
  const waiting = ask(client, { signal: controller.signal });
  await soon();
  controller.abort();
  expect(await rejectionOf(waiting)).toMatchObject({ code: "CANCELLED" });
  expect(times).toEqual([0]);
  expect(clock.now()).toBe(0);
});

test("a call whose time is up while it waits for a place has sent nothing", async () => {
  const { client, times } = clientOf(["hang"]);
  const hanging = Array.from({ length: 8 }, () => rejectionOf(ask(client, { deadline: 20_000 })));
  expect(await rejectionOf(ask(client, { deadline: 10_000 }))).toMatchObject({ reason: "DEADLINE" });
  await Promise.all(hanging);
  expect(times).toEqual(Array(8).fill(0));
});

test("the time of an attempt begins when it is sent, not when it waits for a place", async () => {
  const clock = createVirtualClock();
  const { post, times } = script([...Array<Step>(8).fill("hang"), fine], clock);
  const client = createClient({ ...clientParts(post, clock), maxAttempts: 1 });
  const hanging = Array.from({ length: 8 }, () => rejectionOf(ask(client)));
  expect(await ask(client)).toEqual({ TotalCount: 7 });
  await Promise.all(hanging);
  expect(times.at(-1)).toBe(20_000);
});
