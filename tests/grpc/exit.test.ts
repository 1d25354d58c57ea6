import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "@jest/globals";
import { Empty } from "google-protobuf/google/protobuf/empty_pb.js";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import {
  bareEnvironment,
  commandOf,
  nobody,
  type Plugin,
  startPlugin,
  stopPlugins,
} from "../support/plugin/plugin.ts";
import { account, answer, configure, invoke, statusOf } from "../support/plugin/plugin-calls.ts";
import { until } from "../support/until.ts";

let simulator: Simulator | undefined;

afterEach(async () => {
  await stopPlugins();
  await simulator?.close();
});

const question = { name: "cuda128_torch291_py312" };

/** Milliseconds until the plugin has ended by itself, with 0 and no signal. */
async function timeToExit(plugin: Plugin, signals: readonly NodeJS.Signals[]): Promise<number> {
  const start = performance.now();
  for (const signal of signals) plugin.process.kill(signal);
  expect(await plugin.exit).toEqual({ code: 0, signal: null });
  return performance.now() - start;
}

test.each([[["SIGINT"]], [["SIGTERM"]], [["SIGINT", "SIGINT"]], [["SIGTERM", "SIGINT"]]] as const)(
  "an idle plugin ends within a second of %j",
  async (signals) => {
    const plugin = await startPlugin();
    expect(await timeToExit(plugin, signals)).toBeLessThan(1000);
    expect(plugin.stderr()).toBe("");
  },
);

test("a plugin that has answered calls ends within a second, its connections kept open or not", async () => {
  simulator = await startSimulator();
  const plugin = await startPlugin();
  await configure(plugin, account(simulator));
  await invoke(plugin, "getCompShareImage", question);
  expect(await timeToExit(plugin, ["SIGINT"])).toBeLessThan(1000);
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "a plugin with 200 calls in flight ends within two seconds of %s and drops its requests",
  async (signal) => {
    const server = await startSimulator();
    simulator = server;
    server.failNext("hang", 1000);
    const plugin = await startPlugin();
    await configure(plugin, account(server));
    const calls = Array.from({ length: 200 }, (_, index) =>
      // Calls by ID are not shared, so they wait for sockets too.
      statusOf(invoke(plugin, "getCompShareImage", index % 2 === 0 ? question : { id: `id-${index}` })),
    );
    await until(() => server.requests.length >= 8);
    expect(await timeToExit(plugin, [signal])).toBeLessThan(2000);
    expect(await Promise.all(calls)).toHaveLength(200);
    await until(() => server.requests.every(({ aborted }) => aborted));
    expect(plugin.stderr()).toBe("");
  },
);

test("a plugin that was told to cancel first ends in silence, as the engine wants it", async () => {
  const server = await startSimulator();
  simulator = server;
  server.failNext("hang");
  const plugin = await startPlugin();
  await configure(plugin, account(server));
  const call = statusOf(invoke(plugin, "getCompShareImage", question));
  await until(() => server.requests.length === 1);
  await answer<Empty>((callback) => plugin.client.cancel(new Empty(), callback));
  await call;
  expect(await timeToExit(plugin, ["SIGINT"])).toBeLessThan(1000);
  expect(plugin.stderr()).toBe("");
  expect(plugin.stdout()).toMatch(/^\d+\n$/);
});

test("a plugin whose output nobody reads any more goes on", async () => {
  simulator = await startSimulator();
  const plugin = await startPlugin();
  plugin.process.stdout?.destroy();
  plugin.process.stderr?.destroy();
  await configure(plugin, account(simulator));
  expect((await invoke(plugin, "getCompShareImage", question)).failures).toEqual([]);
  expect(await timeToExit(plugin, ["SIGINT"])).toBeLessThan(1000);
});

test("a plugin whose engine has died before it could read the port is gone at once", async () => {
  const [command, ...words] = commandOf();
  const plugin = spawn(command, [...words, nobody], {
    env: bareEnvironment(tmpdir()),
    stdio: ["ignore", "pipe", "ignore"],
  });
  plugin.stdout.destroy();
  expect(await once(plugin, "exit")).toEqual([1, null]);
});

/** Stands for an engine: starts the plugin, passes its port on and waits. */
const middleman = `
  const { spawn } = require("node:child_process");
  const [command, ...words] = process.argv.slice(1);
  spawn(command, words, { stdio: ["ignore", "inherit", "inherit"] });
  setInterval(() => {}, 1000);
`;

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  const [event] = await Promise.race([
    once(socket, "connect").then(() => ["connect"]),
    once(socket, "error").then(() => ["error"]),
  ]).catch(() => ["error"]);
  socket.destroy();
  return event === "connect";
}

test("a plugin whose engine is killed is gone within two seconds", async () => {
  const engine = spawn(process.execPath, ["-e", middleman, ...commandOf(), nobody], {
    env: bareEnvironment(tmpdir()),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(engine.stdout.setEncoding("utf8"), "data");
  const port = Number(line);
  expect(await isListening(port)).toBe(true);
  // The plugin looks every half a second; it must not take a living engine for a dead one.
  await sleep(1200);
  expect(await isListening(port)).toBe(true);
  engine.kill("SIGKILL");
  await once(engine, "exit");
  const start = performance.now();
  while (await isListening(port)) {
    expect(performance.now() - start).toBeLessThan(2000);
    await sleep(20);
  }
});
