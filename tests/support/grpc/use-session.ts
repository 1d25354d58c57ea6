import type { ClientHttp2Session } from "node:http2";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "@jest/globals";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../../simulator/simulator.ts";
import { type Plugin, startPlugin, stopPlugins } from "../plugin/plugin.ts";
import { connectTo } from "./raw-call.ts";

/** A plugin behind a connection that a test has in its own hands. */
export interface Session {
  readonly simulator: Simulator;
  readonly plugin: Plugin;
  readonly session: ClientHttp2Session;
}

/**
 * For the tests of a file: a simulator, which forgets its requests before each test, and for each test a plugin with a
 * connection, which must not have complained by its end.
 */
export function useSession(options: SimulatorOptions): Session {
  let simulator: Simulator;
  let plugin: Plugin;
  let session: ClientHttp2Session;
  beforeAll(async () => {
    simulator = await startSimulator(options);
  });
  beforeEach(async () => {
    simulator.resetRequests();
    plugin = await startPlugin();
    session = connectTo(plugin);
  });
  afterEach(async () => {
    session.destroy();
    expect(plugin.stderr()).toBe("");
    await stopPlugins();
  });
  afterAll(() => simulator.close());
  return {
    get simulator() {
      return simulator;
    },
    get plugin() {
      return plugin;
    },
    get session() {
      return session;
    },
  };
}
