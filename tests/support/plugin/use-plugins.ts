import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach } from "@jest/globals";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../../simulator/simulator.ts";
import { type Plugin, startPlugin, stopPlugins } from "./plugin.ts";

/** A simulator, and a folder that a plugin may take for its user's home or Pulumi's. */
export interface HomeAndSimulator {
  readonly simulator: Simulator;
  readonly home: string;
}

/**
 * For the tests of a file: a simulator, which forgets its requests before each test, and an empty home for each test,
 * after which its plugins are stopped.
 */
export function useHomeAndSimulator(options: SimulatorOptions = {}): HomeAndSimulator {
  let simulator: Simulator;
  let home: string;
  beforeAll(async () => {
    simulator = await startSimulator(options);
  });
  beforeEach(async () => {
    simulator.resetRequests();
    home = await mkdtemp(join(tmpdir(), "compshare-home-"));
  });
  afterEach(async () => {
    await stopPlugins();
    await rm(home, { recursive: true, force: true });
  });
  afterAll(() => simulator.close());
  return {
    get simulator() {
      return simulator;
    },
    get home() {
      return home;
    },
  };
}

/** A plugin, and the simulator that it may be told to ask. */
export interface PluginAndSimulator {
  readonly simulator: Simulator;
  readonly plugin: Plugin;
}

/** For each test of a file: a simulator and a plugin of its own. */
export function usePluginAndSimulator(): PluginAndSimulator {
  let simulator: Simulator;
  let plugin: Plugin;
  beforeEach(async () => {
    simulator = await startSimulator();
    plugin = await startPlugin();
  });
  afterEach(async () => {
    await stopPlugins();
    await simulator.close();
  });
  return {
    get simulator() {
      return simulator;
    },
    get plugin() {
      return plugin;
    },
  };
}
