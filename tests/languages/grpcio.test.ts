import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { generateCatalogue } from "../../simulator/catalogue/generate-catalogue.ts";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { createReport } from "../../tools/engine/report.ts";
import { getPython } from "../../tools/python.ts";
import { portOf } from "../support/grpc/raw-call.ts";
import { type Plugin, startPlugin, stopPlugins } from "../support/plugin/plugin.ts";
import { account } from "../support/plugin/plugin-calls.ts";
import { until } from "../support/until.ts";

const run = promisify(execFile);
let python: string;
let plugin: Plugin;
let simulator: Simulator;

beforeAll(async () => {
  python = await getPython(createReport(process.stderr));
});

beforeEach(async () => {
  simulator = await startSimulator();
  plugin = await startPlugin();
});

afterEach(async () => {
  expect(plugin.stderr()).toBe("");
  await stopPlugins();
  await simulator.close();
});

/** What a Python program with grpcio makes of the plugin. */
async function grpcio(scenario: string): Promise<unknown> {
  const words = ["tests/support/grpc/grpcio_client.py", String(portOf(plugin)), scenario];
  const { stdout } = await run(python, [...words, JSON.stringify(account(simulator))], { timeout: 50_000 });
  return JSON.parse(stdout);
}

test("a Python client is answered what the engine is", async () => {
  expect(await grpcio("info")).toEqual({
    version: "0.1.0",
    accepts: [true, true, false],
    schema: "compshare",
  });
  expect(await grpcio("lookup")).toBe("compshareImage-1minbz219ceq");
}, 60_000);

test.each<[string, string, unknown]>([
  ["20 MB go there and back", "large", true],
  ["pings are answered, and none is too many", "keepalive", ["OK", "OK"]],
  ["2,000 calls of 50 threads are answered", "many", { OK: 2000 }],
  ["binary metadata are passed over", "metadata", ["0.1.0", "OK", []]],
  ["compressed messages are refused", "compressed", "UNIMPLEMENTED"],
  ["messages that are none are refused", "malformed", ["INTERNAL", "INTERNAL", "INTERNAL"]],
  ["a connection is made, let go and made again", "ready", ["0.1.0", "0.1.0"]],
])(
  "with grpcio %s",
  async (_, scenario, expected) => {
    expect(await grpcio(scenario)).toEqual(expected);
  },
  60_000,
);

test("with grpcio calls that the plugin does not have are refused", async () => {
  const names = ["Parameterize", "Call", "Construct", "GetMapping", "GetMappings", "List", "Health"];
  expect(await grpcio("refused")).toEqual(Object.fromEntries(names.map((name) => [name, "UNIMPLEMENTED"])));
}, 60_000);

test("with grpcio a status text arrives as it is, Chinese and percent signs too", async () => {
  const [code, text] = (await grpcio("texts")) as [string, string];
  expect(code).toBe("INVALID_ARGUMENT");
  expect(text).toContain("镜像 100% of “it”");
}, 60_000);

test("with grpcio a deadline ends the work", async () => {
  simulator.failNext("hang", 1, { Action: "DescribeCommunityImages" });
  expect(await grpcio("deadline")).toBe("DEADLINE_EXCEEDED");
  await until(() => simulator.requests.some(({ fault, aborted }) => fault === "hang" && aborted));
}, 60_000);

test("with grpcio a cancel ends the work, and the plugin lives on", async () => {
  simulator.failNext("hang");
  expect(await grpcio("cancel")).toEqual(["CANCELLED", "OK"]);
  await until(() => simulator.requests[0]?.aborted === true);
}, 60_000);

test("with grpcio 50 large calls that are cancelled while they are answered leave the plugin as it was", async () => {
  await simulator.close();
  simulator = await startSimulator({ catalogue: generateCatalogue(5000, 3) });
  expect(await grpcio("cancel_large")).toBe("0.1.0");
}, 60_000);
