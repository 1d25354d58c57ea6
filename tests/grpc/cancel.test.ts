import { type ClientUnaryCall, Metadata, type ServiceError, status } from "@grpc/grpc-js";
import { beforeEach, expect, test } from "@jest/globals";
import type { InvokeResponse } from "@pulumi/pulumi/proto/provider_pb.js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb.js";
import {
  account,
  answer,
  configure,
  invoke,
  invokeRequest,
  statusOf,
} from "../support/plugin/plugin-calls.ts";
import { usePluginAndSimulator } from "../support/plugin/use-plugins.ts";
import { until } from "../support/until.ts";

const world = usePluginAndSimulator();

beforeEach(() => configure(world.plugin, account(world.simulator)));

const question = { name: "cuda128_torch291_py312" };
const cancel = (): Promise<Empty> => answer((callback) => world.plugin.client.cancel(new Empty(), callback));

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; ms: number }> {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
}

test("Cancel ends a call in flight at once and closes its connection", async () => {
  world.simulator.failNext("hang");
  const call = statusOf(invoke(world.plugin, "getCompShareImage", question));
  await until(() => world.simulator.requests.length === 1);
  const { value, ms } = await timed(async () => {
    await cancel();
    return call;
  });
  expect(value.code).toBe(status.CANCELLED);
  expect(value.details).toBe("CANCELLED: the call was stopped before it had a result");
  expect(ms).toBeLessThan(1000);
  await until(() => world.simulator.requests[0]?.aborted === true);
});

test("Cancel ends the wait between two tries", async () => {
  world.simulator.failNext({ httpStatus: 503, headers: { "retry-after": "30" } });
  const call = statusOf(invoke(world.plugin, "getCompShareImage", question));
  await until(() => world.simulator.requests[0]?.durationMs !== undefined);
  const { value, ms } = await timed(async () => {
    await cancel();
    return call;
  });
  expect(value.code).toBe(status.CANCELLED);
  expect(ms).toBeLessThan(1000);
  expect(world.simulator.requests).toHaveLength(1);
});

test("Cancel may come again, and what comes after it is cancelled without a request", async () => {
  expect(await Promise.all([cancel(), cancel(), cancel()])).toHaveLength(3);
  const error = await statusOf(invoke(world.plugin, "getCompShareImage", question));
  expect(error.code).toBe(status.CANCELLED);
  expect(world.simulator.requests).toHaveLength(0);
  expect(await cancel()).toBeInstanceOf(Empty);
});

/** A call that the caller can end, with what came of it. */
function endableCall(deadlineMs?: number): { call: ClientUnaryCall; done: Promise<number> } {
  let call: ClientUnaryCall | undefined;
  const options = deadlineMs === undefined ? {} : { deadline: Date.now() + deadlineMs };
  const done = new Promise<number>((resolve) => {
    call = world.plugin.client.invoke(
      invokeRequest("getCompShareImage", question),
      new Metadata(),
      options,
      (error: ServiceError | null, _response: InvokeResponse) => resolve(error?.code ?? status.OK),
    );
  });
  if (call === undefined) throw new Error("the call did not start");
  return { call, done };
}

test("a caller who goes away leaves the others their answer", async () => {
  world.simulator.setLatency(300);
  const [one, other] = [endableCall(), endableCall()];
  await until(() => world.simulator.requests.length === 1);
  one.call.cancel();
  expect(await one.done).toBe(status.CANCELLED);
  expect(await other.done).toBe(status.OK);
  expect(world.simulator.requests).toHaveLength(2);
  expect(world.simulator.requests.some(({ aborted }) => aborted)).toBe(false);
});

test("when every caller has gone away the request is given up, and the next call starts anew", async () => {
  world.simulator.failNext("hang");
  const calls = [endableCall(), endableCall()];
  await until(() => world.simulator.requests.length === 1);
  for (const { call } of calls) call.cancel();
  await until(() => world.simulator.requests[0]?.aborted === true);
  expect(await endableCall().done).toBe(status.OK);
  expect(world.simulator.requests).toHaveLength(3);
});

test("a caller's deadline ends the request", async () => {
  // The first call loads what calls need, which may take longer than the deadline.
  await invoke(world.plugin, "getCompShareImageTags", {});
  world.simulator.resetRequests();
  world.simulator.failNext("hang");
  expect(await endableCall(1000).done).toBe(status.DEADLINE_EXCEEDED);
  await until(() => world.simulator.requests[0]?.aborted === true);
});

test("timeoutSeconds ends the whole call with a status of its own", async () => {
  await configure(world.plugin, { ...account(world.simulator), timeoutSeconds: 1 });
  world.simulator.failNext("hang");
  const { value, ms } = await timed(() => statusOf(invoke(world.plugin, "getCompShareImage", question)));
  expect(value.code).toBe(status.DEADLINE_EXCEEDED);
  expect(value.details).toMatch(
    /^TRANSPORT_FAILED: DEADLINE: the whole call took longer than `timeoutSeconds` allows \(attempt 1 of 5, 1\.0 s\)$/,
  );
  expect(ms).toBeLessThan(1250 + 250);
});
