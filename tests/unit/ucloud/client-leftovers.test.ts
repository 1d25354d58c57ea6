import { getEventListeners } from "node:events";
import { expect, test } from "@jest/globals";
import { createClient } from "../../../provider/ucloud/client.ts";
import type { Clock } from "../../../provider/ucloud/clock.ts";
import { clientParts, listRequest, reply, type Step, script } from "../../support/ucloud/client-parts.ts";
import { createVirtualClock } from "../../support/ucloud/virtual-clock.ts";

const fine = reply(200, '{"RetCode":0}');
const busy = reply(503, "busy");
const refused = reply(200, '{"RetCode":171}');

/** A clock whose timers can be counted: those that have neither fired nor been taken back. */
function countTimers(clock: Clock): { readonly clock: Clock; readonly timers: ReadonlySet<object> } {
  const timers = new Set<object>();
  const after: Clock["after"] = (ms, call) => {
    const timer = {};
    timers.add(timer);
    const cancel = clock.after(ms, () => {
      timers.delete(timer);
      call();
    });
    return () => {
      timers.delete(timer);
      cancel();
    };
  };
  return { clock: { now: () => clock.now(), after }, timers };
}

/** Has a client call a gateway that takes these steps; what it returns is its outcome. */
function runSteps(steps: readonly Step[], clock: Clock, signal: AbortSignal): Promise<unknown> {
  const { post } = script(steps, clock);
  const limits = { deadline: 60_000, signal };
  const call = createClient(clientParts(post, clock)).call("DescribeCompShareImages", listRequest, limits);
  return call.catch((error: unknown) => error);
}

test.each<[string, readonly Step[]]>([
  ["a response", [fine]],
  ["a response at the second attempt", [busy, fine]],
  ["an attempt without a response", ["hang", fine]],
  ["a refusal", [refused]],
  ["a deadline that passed", ["hang"]],
])("after %s neither a timer nor a listener is left", async (_, steps) => {
  const { clock, timers } = countTimers(createVirtualClock());
  const { signal } = new AbortController();
  await runSteps(steps, clock, signal);
  expect(timers.size).toBe(0);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

test("a wait between attempts that is stopped leaves neither a timer nor a listener", async () => {
  const { clock, timers } = countTimers({ now: () => 0, after: () => () => undefined });
  const controller = new AbortController();
  const call = runSteps([busy], clock, controller.signal);
  await new Promise((resolve) => setImmediate(resolve));
  expect(timers.size).toBe(1);
  controller.abort();
  expect(await call).toMatchObject({ code: "CANCELLED" });
  expect(timers.size).toBe(0);
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
});
