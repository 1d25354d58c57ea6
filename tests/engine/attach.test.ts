import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { createEngineWorkspace, type EngineWorkspace } from "../support/engine/engine.ts";
import { type Plugin, startPlugin, stopPlugins } from "../support/plugin/plugin.ts";
import { until } from "../support/until.ts";

let engine: EngineWorkspace;
let one: Simulator;
let two: Simulator;
let plugin: Plugin;

beforeAll(async () => {
  [engine, one, two] = [await createEngineWorkspace(), await startSimulator(), await startSimulator()];
});

beforeEach(async () => {
  for (const simulator of [one, two]) simulator.resetRequests();
  plugin = await startPlugin({ words: [] });
});

afterEach(stopPlugins);

afterAll(async () => {
  await engine.dispose();
  await Promise.all([one.close(), two.close()]);
});

/** An explicit provider that asks a simulator. */
function provider(name: string, simulator: Simulator, region: string): string {
  return `  ${name}:
    type: pulumi:providers:compshare
    properties:
      baseUrl: ${simulator.endpoint}
      publicKey: ${simulator.publicKey}
      privateKey: ${simulator.privateKey}
      region: ${region}
`;
}

/** What a provider finds. */
function answer(name: string, asked: string): string {
  return `  ${name}:
    fn::invoke:
      function: compshare:getCompShareImage
      arguments: { name: ComfyUI }
      options: { provider: "\${${asked}}" }
`;
}

const program = (name: string): string =>
  `name: ${name}
runtime: yaml
resources:
${provider("wlcb", one, "cn-wlcb")}${provider("shanghai", two, "cn-sh2")}variables:
${answer("here", "wlcb")}${answer("there", "shanghai")}outputs:
  here: \${here.selection.appliedFilters.region}
  there: \${there.selection.appliedFilters.region}
`;

const regions = (simulator: Simulator): readonly unknown[] => [
  ...new Set(simulator.requests.map(({ params }) => params["Region"])),
];

test("a plugin that is debugged serves three previews, an update and both providers of each", async () => {
  const env = { PULUMI_DEBUG_PROVIDERS: `compshare:${plugin.stdout().trim()}` };
  await engine.project("attached", { "Pulumi.yaml": program("attached") });
  await engine.pulumi(["stack", "init", "dev"], { env });
  for (const command of [["preview"], ["preview"], ["preview"], ["up", "--yes"], ["preview"]]) {
    const { code, stdout, stderr } = await engine.pulumi(command, { env });
    expect({ code, text: `${stdout}${stderr}` }).toEqual({ code: 0, text: expect.any(String) });
    expect([regions(one), regions(two)]).toEqual([["cn-wlcb"], ["cn-sh2"]]);
    for (const simulator of [one, two]) simulator.resetRequests();
  }
  const { stdout } = await engine.pulumi(["stack", "output", "--json"], { env });
  expect(JSON.parse(stdout)).toEqual({ here: "cn-wlcb", there: "cn-sh2" });
  expect(plugin.stderr()).toBe("");
}, 120_000);

test("after a command that was interrupted in a listing the debugged plugin serves the next one", async () => {
  const env = { PULUMI_DEBUG_PROVIDERS: `compshare:${plugin.stdout().trim()}` };
  await engine.project("interrupted", { "Pulumi.yaml": program("interrupted") });
  await engine.pulumi(["stack", "init", "dev"], { env });
  one.failNext("hang", 1);
  const first = engine.start(["preview"], { env });
  await until(() => one.requests.length > 0, { withinMs: 60_000 });
  first.signal("SIGINT");
  expect((await first.done).code).not.toBe(0);
  expect(one.requests[0]?.aborted).toBe(true);
  const { code, stdout, stderr } = await engine.pulumi(["preview"], { env });
  expect({ code, text: `${stdout}${stderr}` }).toEqual({ code: 0, text: expect.any(String) });
}, 120_000);
