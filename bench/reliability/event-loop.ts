import { setTimeout as sleep } from "node:timers/promises";
import { type PluginInfo } from "@pulumi/pulumi/proto/plugin_pb.js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb.js";
import { startFaultServer } from "../../tests/support/faults/fault-server.ts";
import { createFixtures } from "../../tests/support/faults/run-scenario.ts";
import { http, json, type Step } from "../../tests/support/faults/scenario.ts";
import { type Plugin, startPlugin, stopPlugins } from "../../tests/support/plugin/plugin.ts";
import { answer, configure, invoke, type Members } from "../../tests/support/plugin/plugin-calls.ts";
import type { Check } from "./check.ts";

const image = (name: string, index = 0): Members => ({
  CompShareImageId: `compshareImage-${index}`,
  Name: name,
  ImageType: "App",
  Status: "Available",
});
const list =
  (images: readonly Members[]): Step =>
  ({ form }) => {
    const offset = Number(form.get("Offset"));
    return json({ RetCode: 0, TotalCount: images.length, ImageSet: images.slice(offset, offset + 100) });
  };

const long = `${"a".repeat(50_000)}!`;
const works: readonly (readonly [what: string, step: Step, inputs: Members])[] = [
  [
    "a pattern made to take for ever, on names of 50,000 characters",
    list([image(long), image("b", 1)]),
    { nameRegex: "^(a+)+$" },
  ],
  ["two million brackets", [http("[".repeat(2_000_000))], {}],
  [
    "a response of 16 MiB",
    [http(`{"RetCode":0,"TotalCount":0,"ImageSet":[],"Message":"${"x".repeat(16_000_000)}"}`)],
    {},
  ],
  [
    "a list of 20,000 images, one of them answered",
    list(Array.from({ length: 20_000 }, (_, index) => image(`image ${index}`, index))),
    { limit: 1 },
  ],
];

/** G11: how long the plugin does not answer others while it is busy with something hostile or large. */
export async function eventLoop(): Promise<readonly Check[]> {
  const fixtures = await createFixtures();
  const checks: Check[] = [];
  for (const [what, step, inputs] of works) {
    const server = await startFaultServer({ steps: [step] }, fixtures.certificates, "http://127.0.0.1:1");
    const plugin = await startPlugin();
    const baseUrl = `http://127.0.0.1:${server.port}`;
    await configure(plugin, { baseUrl, publicKey: "a", privateKey: "b", cacheSeconds: 0 });
    // Code that runs for the first time is another matter; the server is honest until it is told to begin.
    await invoke(plugin, "getCompShareImages", {});
    server.begin();
    const stall = await longestStall(plugin, () => invoke(plugin, "getCompShareImages", inputs));
    checks.push({
      goal: "G11",
      what: `longest stall, ${what}`,
      plugin: `${stall.toFixed(0)} ms`,
      wanted: "at most 100 ms",
      met: stall <= 100,
    });
    await stopPlugins();
    server.close();
  }
  await fixtures.close();
  return checks;
}

/** The longest time that the plugin takes for the smallest of calls while it works. */
async function longestStall(plugin: Plugin, work: () => Promise<unknown>): Promise<number> {
  const done = work().catch(() => undefined);
  const ended = done.then(() => true);
  let longest = 0;
  for (let over = false; !over; over = await Promise.race([ended, sleep(5, false)])) {
    const start = performance.now();
    await answer<PluginInfo>((callback) => plugin.client.getPluginInfo(new Empty(), callback));
    longest = Math.max(longest, performance.now() - start);
  }
  return longest;
}
