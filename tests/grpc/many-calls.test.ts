import { expect, test } from "@jest/globals";
import { mostWithin } from "../support/most-within.ts";
import { account, configure, invoke, type Members } from "../support/plugin/plugin-calls.ts";
import { usePluginAndSimulator } from "../support/plugin/use-plugins.ts";

const world = usePluginAndSimulator();

/** Makes calls at once; what comes of each is its number of images or its error's text. */
function callAll(calls: readonly Members[]): Promise<unknown[]> {
  const one = (inputs: Members): Promise<unknown> =>
    invoke(world.plugin, "getCompShareImages", inputs).then(
      ({ outputs }) => outputs["totalCount"],
      (error: Error) => error.message,
    );
  return Promise.all(calls.map(one));
}

const alike = (count: number): Members[] => Array.from({ length: count }, () => ({ limit: 3 }));
/** Questions of which none can share another's answer. */
const distinct = (count: number): Members[] =>
  Array.from({ length: count }, (_, call) => ({ id: `compshareImage-${call}`, source: "platform" }));

test("200 calls for the same list cost one reading of it", async () => {
  await configure(world.plugin, account(world.simulator));
  expect(await callAll(alike(200))).toEqual(Array(200).fill(69));
  expect(world.simulator.requests).toHaveLength(2);
});

test("2,000 calls at once are all answered, and cost one reading of the list", async () => {
  await configure(world.plugin, account(world.simulator));
  expect(await callAll(alike(2000))).toEqual(Array(2000).fill(69));
  expect(world.simulator.requests).toHaveLength(2);
});

test("2,000 different calls at once are all answered over at most eight connections", async () => {
  await configure(world.plugin, account(world.simulator));
  expect(await callAll(distinct(2000))).toEqual(Array(2000).fill(0));
  expect(world.simulator.connections).toBeLessThanOrEqual(8);
  expect(world.plugin.stderr()).toBe("");
});

test("200 different calls are all answered over at most eight connections", async () => {
  world.simulator.setLatency(20);
  await configure(world.plugin, account(world.simulator));
  expect(await callAll(distinct(200))).toEqual(Array(200).fill(0));
  expect(world.simulator.connections).toBeLessThanOrEqual(8);
});

test("200 different calls into an outage cost at most 240 requests, and their retries do not come at once", async () => {
  world.simulator.failNext({ httpStatus: 503 }, 100_000);
  await configure(world.plugin, { ...account(world.simulator), cacheSeconds: 0 });
  const texts = await callAll(distinct(200));
  for (const text of texts) expect(text).toContain("TRANSPORT_FAILED: HTTP_RETRYABLE: HTTP 503");
  expect(world.simulator.requests.length).toBeGreaterThan(200);
  expect(world.simulator.requests.length).toBeLessThanOrEqual(240);
  expect(mostWithin(50, retryTimes())).toBeLessThanOrEqual(40);
});

/** When requests were retried. */
function retryTimes(): readonly number[] {
  const seen = new Set<string>();
  const times: number[] = [];
  for (const { params, time } of world.simulator.requests) {
    const question = JSON.stringify(params);
    if (seen.has(question)) times.push(time);
    seen.add(question);
  }
  return times;
}

test("200 different calls with a key that is refused cost at most eight requests", async () => {
  await configure(world.plugin, { ...account(world.simulator), privateKey: "wrong" });
  const texts = await callAll(distinct(200));
  for (const text of texts)
    expect(text).toContain("API_REFUSED: DescribeCompShareImages was refused with RetCode 171");
  expect(world.simulator.requests.length).toBeLessThanOrEqual(8);
});

test("a second configuration with right keys is not refused for the wrong keys of the first one", async () => {
  await configure(world.plugin, { ...account(world.simulator), privateKey: "wrong" });
  await callAll(distinct(1));
  await configure(world.plugin, account(world.simulator));
  expect(await callAll(distinct(1))).toEqual([0]);
});
