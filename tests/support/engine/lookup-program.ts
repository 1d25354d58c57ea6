import { afterAll, beforeAll, beforeEach } from "@jest/globals";
import { type Simulator, startSimulator } from "../../../simulator/simulator.ts";
import { environmentOf } from "../simulator/environment-of.ts";
import { createEngineWorkspace, type EngineWorkspace } from "./engine.ts";

/** The real engine beside a simulator that its plugin asks. */
export interface EngineAndSimulator {
  readonly engine: EngineWorkspace;
  readonly simulator: Simulator;
  /** Ends both. */
  dispose(): Promise<void>;
}

/** Starts a simulator and an engine workspace whose plugin finds the gateway and, unless told otherwise, the keys in the environment. */
export async function startEngineAndSimulator(
  options: {
    readonly keys?: boolean;
    readonly path?: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Promise<EngineAndSimulator> {
  const simulator = await startSimulator();
  const { COMPSHARE_BASE_URL, ...keys } = environmentOf(simulator);
  const env = { COMPSHARE_BASE_URL, ...(options.keys === false ? {} : keys), ...options.env };
  const engine = await createEngineWorkspace({
    env,
    ...(options.path === undefined ? {} : { path: options.path }),
  });
  return {
    engine,
    simulator,
    dispose: async () => {
      await engine.dispose();
      await simulator.close();
    },
  };
}

/** For the tests of a file: an engine and a simulator, which forgets its requests before each test. */
export function useEngineAndSimulator(): Pick<EngineAndSimulator, "engine" | "simulator"> {
  let world: EngineAndSimulator;
  beforeAll(async () => {
    world = await startEngineAndSimulator();
  });
  beforeEach(() => world.simulator.resetRequests());
  afterAll(() => world.dispose());
  return {
    get engine() {
      return world.engine;
    },
    get simulator() {
      return world.simulator;
    },
  };
}

/** A YAML program that finds the plugin by its path; `rest` is everything below the plugin block. */
export function yamlProgram(name: string, rest: string): string {
  const plugin = `plugins:\n  providers:\n    - name: compshare\n      path: ${process.cwd()}/dist\n`;
  return `name: ${name}\nruntime: yaml\n${plugin}${rest}`;
}

/** A YAML program that asks one question and shows the ID. */
export function questionProgram(
  name: string,
  functionName: string,
  argumentLines: readonly string[],
): string {
  const body = argumentLines.map((line) => `        ${line}`).join("\n");
  return yamlProgram(
    name,
    `variables:\n  answer:\n    fn::invoke:\n      function: compshare:${functionName}\n      arguments:\n${body}\noutputs:\n  answer: \${answer}\n`,
  );
}
