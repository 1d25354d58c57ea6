import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { PluginAttach } from "@pulumi/pulumi/proto/plugin_pb.js";
import type { Empty } from "google-protobuf/google/protobuf/empty_pb.js";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { type LogEngine, startLogEngine } from "../support/engine/plugin-engine.ts";
import { listeningPort } from "../support/listening-port.ts";
import { type Plugin, startPlugin, stopPlugins } from "../support/plugin/plugin.ts";
import { account, answer, configure, invoke } from "../support/plugin/plugin-calls.ts";
import { until } from "../support/until.ts";

let simulator: Simulator;
let engine: LogEngine;

beforeEach(async () => {
  simulator = await startSimulator();
  engine = await startLogEngine();
});

afterEach(async () => {
  await stopPlugins();
  engine.close();
  await simulator.close();
});

const warning =
  "WARNING: requests to CompShare go over plain http; whoever sees them can replay them until the keys are changed";

/** Makes a plugin say something to the engine: a gateway off loopback over plain http is worth a warning every time. */
async function makeItWarn(plugin: Plugin): Promise<void> {
  const baseUrl = simulator.endpoint.replace("127.0.0.1", "0.0.0.0");
  await configure(plugin, { ...account(simulator), baseUrl, allowInsecureEndpoint: true });
  expect((await invoke(plugin, "getCompShareImageTags", {})).failures).toEqual([]);
}

/** A port where it is counted who comes. */
async function startTrap(): Promise<{ server: Server; address: string; visits: () => number }> {
  let visits = 0;
  const server = createServer((socket) => {
    visits += 1;
    socket.destroy();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, address: `http://127.0.0.1:${listeningPort(server)}`, visits: () => visits };
}

test("lines reach the engine past every proxy", async () => {
  const { server, address, visits } = await startTrap();
  const names = ["http_proxy", "https_proxy", "all_proxy", "grpc_proxy"];
  const proxies = names.flatMap((name) => [name, name.toUpperCase()]).map((name) => [name, address]);
  const plugin = await startPlugin({
    words: [engine.address],
    environment: { ...Object.fromEntries(proxies), NO_PROXY: "0.0.0.0", NODE_USE_ENV_PROXY: "1" },
  });
  await makeItWarn(plugin);
  await until(() => engine.lines.length === 1);
  expect(engine.lines).toEqual([warning]);
  expect(visits()).toBe(0);
  server.close();
});

test("lines go on after the engine's connection was lost", async () => {
  const plugin = await startPlugin({ words: [engine.address] });
  await makeItWarn(plugin);
  await until(() => engine.lines.length === 1);
  engine.dropConnections();
  await makeItWarn(plugin);
  await until(() => engine.lines.length === 2);
});

test.each(["127.0.0.1:1", "127.0.0.1:99999", "nowhere.invalid:80", "no address", "[::1", "http://127.0.0.1"])(
  "an engine that cannot be reached at %j fails nothing",
  async (address) => {
    const plugin = await startPlugin();
    await answer<Empty>((callback) => plugin.client.attach(new PluginAttach().setAddress(address), callback));
    await makeItWarn(plugin);
    await makeItWarn(plugin);
    expect(plugin.stderr()).toBe("");
  },
);

test("an engine that hangs up on every connection fails nothing", async () => {
  const { server, address, visits } = await startTrap();
  const plugin = await startPlugin({ words: [address.slice("http://".length)] });
  await makeItWarn(plugin);
  await until(() => visits() === 1);
  await makeItWarn(plugin);
  await until(() => visits() === 2);
  expect(plugin.stderr()).toBe("");
  server.close();
});
