import { status } from "@grpc/grpc-js";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { PluginAttach } from "@pulumi/pulumi/proto/plugin_pb.js";
import {
  ProviderHandshakeRequest,
  type ProviderHandshakeResponse,
} from "@pulumi/pulumi/proto/provider_pb.js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb.js";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { startLogEngine } from "../support/engine/plugin-engine.ts";
import { connectAgain, type Plugin, startPlugin, stopPlugins } from "../support/plugin/plugin.ts";
import { account, answer, checkConfig, configure, invoke, statusOf } from "../support/plugin/plugin-calls.ts";
import { until } from "../support/until.ts";

let simulator: Simulator;
/** A plugin as a debugger starts it: no engine's address. */
let plugin: Plugin;
const connections: Plugin[] = [];

beforeEach(async () => {
  simulator = await startSimulator();
  plugin = await startPlugin({ words: [] });
});

afterEach(async () => {
  for (const { client } of connections.splice(0)) client.close();
  await stopPlugins();
  await simulator.close();
});

/** A connection without a word on it. */
function connect(): Plugin {
  const connection = connectAgain(plugin);
  connections.push(connection);
  return connection;
}

/** What an engine says first over a connection of its own. */
async function attached(address = "127.0.0.1:1"): Promise<Plugin> {
  const connection = connect();
  const hello = new ProviderHandshakeRequest().setEngineAddress(address);
  await answer<ProviderHandshakeResponse>((callback) => connection.client.handshake(hello, callback));
  const attach = new PluginAttach().setAddress(address);
  await answer<Empty>((callback) => connection.client.attach(attach, callback));
  return connection;
}

/** What an engine does at the end. */
async function leave(connection: Plugin): Promise<void> {
  await answer<Empty>((callback) => connection.client.cancel(new Empty(), callback));
  connection.client.close();
}

const question = { name: "cuda128_torch291_py312" };
const found = { outputs: expect.objectContaining({ id: "compshareImage-1minbz219ceq" }), failures: [] };

test("three commands in a row are answered, each of which ends with Cancel", async () => {
  for (const region of ["cn-wlcb", "cn-sh2", "cn-wlcb"]) {
    const engine = await attached();
    await configure(engine, { ...account(simulator), region });
    const { outputs } = await invoke(engine, "getCompShareImage", question);
    expect(outputs).toMatchObject({
      id: "compshareImage-1minbz219ceq",
      selection: { appliedFilters: { region } },
    });
    await leave(engine);
  }
});

test("two providers of one plugin keep their configurations, whichever was configured last", async () => {
  const other = await startSimulator();
  try {
    const [one, two] = [await attached(), await attached()];
    await configure(one, { ...account(simulator), region: "cn-wlcb" });
    await configure(two, { ...account(other), region: "cn-sh2", lang: "zh" });
    for (const [provider, server, region] of [
      [one, simulator, "cn-wlcb"],
      [two, other, "cn-sh2"],
      [one, simulator, "cn-wlcb"],
    ] as const) {
      const { outputs } = await invoke(provider, "getCompShareImage", question);
      expect(outputs).toMatchObject({ selection: { appliedFilters: { region } } });
      expect(server.requests.map(({ params }) => params["Region"])).toEqual([region, region]);
    }
  } finally {
    await other.close();
  }
});

test("each provider's texts are in its own language, whichever was spoken last", async () => {
  const [one, two] = [await attached(), await attached()];
  await configure(one, { lang: "en", regoin: "x" });
  await configure(two, { lang: "zh", regoin: "x" });
  expect((await statusOf(invoke(one, "getCompShareImage", question))).details).toBe(
    "CONFIGURATION_INVALID: unknown configuration key `regoin`; did you mean `region`?",
  );
  expect((await statusOf(invoke(two, "getCompShareImage", question))).details).toBe(
    "CONFIGURATION_INVALID: 未知配置项 `regoin`；是否想写 `region`？",
  );
  expect((await checkConfig(one, { maxAttempts: 0 })).failures).toEqual([
    "maxAttempts: `maxAttempts` must be at least 1",
  ]);
});

test("an engine that cancels ends its own calls and nobody else's", async () => {
  const [one, two] = [await attached(), await attached()];
  await configure(one, account(simulator));
  await configure(two, account(simulator));
  simulator.failNext("hang");
  const ended = statusOf(invoke(one, "getCompShareImage", question));
  await until(() => simulator.requests.length === 1);
  simulator.setLatency(300);
  const going = invoke(two, "getCompShareImage", question);
  await until(() => simulator.requests.length === 2);
  await leave(one);
  expect((await ended).code).toBe(status.CANCELLED);
  expect(await going).toEqual(found);
});

test("a second handshake over a connection whose calls were cancelled begins a new session", async () => {
  const engine = await attached();
  await configure(engine, account(simulator));
  await answer<Empty>((callback) => engine.client.cancel(new Empty(), callback));
  expect((await statusOf(invoke(engine, "getCompShareImage", question))).code).toBe(status.CANCELLED);
  const hello = new ProviderHandshakeRequest().setEngineAddress("127.0.0.1:1");
  await answer<ProviderHandshakeResponse>((callback) => engine.client.handshake(hello, callback));
  await configure(engine, account(simulator));
  expect(await invoke(engine, "getCompShareImage", question)).toEqual(found);
});

test("keys that were refused are sent again for a new engine", async () => {
  const wrong = { ...account(simulator), privateKey: "wrong" };
  for (const requests of [1, 2]) {
    const engine = await attached();
    await configure(engine, wrong);
    expect((await statusOf(invoke(engine, "getCompShareImage", question))).code).toBe(
      status.PERMISSION_DENIED,
    );
    expect(simulator.requests).toHaveLength(requests);
    await leave(engine);
  }
});

test("each engine is told what its own provider has to say", async () => {
  const engines = [await startLogEngine(), await startLogEngine()];
  const padded = { ...account(simulator), privateKey: `${simulator.privateKey}\n` };
  const [first, second] = engines;
  if (first === undefined || second === undefined) throw new Error("two engines were started");
  await configure(await attached(first.address), account(simulator));
  const two = await attached(second.address);
  await configure(two, padded);
  await invoke(two, "getCompShareImage", question);
  await until(() => second.lines.length === 1);
  expect(first.lines).toEqual([]);
  for (const engine of engines) engine.close();
});

test("an engine that comes back over another connection goes on where it was", async () => {
  const engine = await attached();
  await configure(engine, account(simulator));
  engine.client.close();
  // The plugin learns a moment later that the connection has ended.
  await until(() =>
    invoke(connect(), "getCompShareImage", question).then(
      (image) => image.failures.length === 0,
      () => false,
    ),
  );
});
