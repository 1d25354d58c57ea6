import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { PluginAttach } from "@pulumi/pulumi/proto/plugin_pb.js";
import type { Empty } from "google-protobuf/google/protobuf/empty_pb.js";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { type LogEngine, startLogEngine } from "../support/engine/plugin-engine.ts";
import { type Environment, startPlugin, stopPlugins } from "../support/plugin/plugin.ts";
import { account, answer, configure, invoke } from "../support/plugin/plugin-calls.ts";
import { startProxy, type TestProxy } from "../support/ucloud/test-proxy.ts";
import { until } from "../support/until.ts";

let simulator: Simulator;
let engine: LogEngine;
let proxy: TestProxy;

beforeEach(async () => {
  simulator = await startSimulator();
  engine = await startLogEngine();
  // It refuses everything, so what goes through it is lost as well as seen.
  proxy = await startProxy(1, 502);
});

afterEach(async () => {
  await stopPlugins();
  proxy.close();
  engine.close();
  await simulator.close();
});

/** Every variable by which somebody names a proxy, in both spellings. */
const names = [
  "http_proxy",
  "https_proxy",
  "all_proxy",
  "grpc_proxy",
  "HTTP_PROXY",
  "HTTPS_PROXY",
  "ALL_PROXY",
];

function everyProxy(more: Environment): Environment {
  const url = `http://${proxy.address}`;
  return { ...Object.fromEntries(names.map((name) => [name, url])), ...more };
}

const warning =
  "WARNING: privateKey from the provider's configuration (publicKey, privateKey) had white space or quotes around it, which were left out";

test.each<[string, Environment]>([
  ["nothing excepted", {}],
  ["an empty exception", { no_proxy: "", NO_PROXY: "" }],
  ["exceptions without loopback", { no_proxy: "example.com,10.0.0.0/8" }],
  ["exceptions with spaces", { no_proxy: " localhost , 127.0.0.1 , ::1 " }],
  ["an exception that is no name", { no_grpc_proxy: "***", no_proxy: "[[" }],
  ["Node's own switch for proxies", { NODE_USE_ENV_PROXY: "1" }],
])(
  "with proxies in all variables and %s, engine and gateway on loopback are reached past them",
  async (_, more) => {
    const plugin = await startPlugin({ words: [engine.address], environment: everyProxy(more) });
    await configure(plugin, { ...account(simulator), privateKey: `${simulator.privateKey}\n` });
    const { outputs } = await invoke(plugin, "getCompShareImage", { name: "cuda128_torch291_py312" });
    expect(outputs["id"]).toBe("compshareImage-1minbz219ceq");
    await until(() => engine.lines.length > 0);
    expect(engine.lines).toEqual([warning]);
    expect(proxy.connections()).toBe(0);
  },
);

test("an engine that attaches is reached past the proxy, by name or by number", async () => {
  const plugin = await startPlugin({ words: [], environment: everyProxy({}) });
  const attach = new PluginAttach().setAddress(engine.address.replace("127.0.0.1", "localhost"));
  await answer<Empty>((callback) => plugin.client.attach(attach, callback));
  await configure(plugin, { ...account(simulator), privateKey: `${simulator.privateKey}\n` });
  await invoke(plugin, "getCompShareImage", { name: "cuda128_torch291_py312" });
  await until(() => engine.lines.length > 0);
  expect(engine.lines).toEqual([warning]);
  expect(proxy.connections()).toBe(0);
});
