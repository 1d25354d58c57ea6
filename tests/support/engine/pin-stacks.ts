import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@jest/globals";
import type { ImageRow } from "../../../simulator/state/image-row.ts";
import type { EngineAndSimulator } from "./lookup-program.ts";
import { yamlProgram } from "./lookup-program.ts";

/** What a program with one pin has beside the pin's properties, as lines of YAML. */
export interface PinProgram {
  readonly options?: readonly string[];
  /** Other resources, indented by two. */
  readonly resources?: readonly string[];
  /** Outputs beside `id`, `status` and `newer`, indented by two. */
  readonly outputs?: readonly string[];
}

/** A YAML program with one pin, `base`; its properties are lines of YAML without indentation. */
function pinProgram(properties: readonly string[], more: PinProgram = {}): string {
  const { options = [], resources = [], outputs = [] } = more;
  const lines = [
    "resources:",
    ...resources,
    "  base:",
    "    type: compshare:ImagePin",
    "    properties:",
    ...properties.map((line) => `      ${line}`),
    ...(options.length === 0 ? [] : ["    options:", ...options.map((line) => `      ${line}`)]),
    "outputs:",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: YAML programs write references so.
    "  id: ${base.imageId}",
    "  status: ${base.status}",
    "  newer: ${base.newerAvailable}",
    ...outputs,
  ];
  return yamlProgram("pin", `${lines.join("\n")}\n`);
}

/** No gateway and no keys: whatever still works needs neither. */
export const nothingThere: Readonly<Record<string, string>> = {
  COMPSHARE_BASE_URL: "http://127.0.0.1:1",
  COMPSHARE_PUBLIC_KEY: "",
  COMPSHARE_PRIVATE_KEY: "",
};

/** An image of a family of a test's own; `day` is when it was published, counted in 2026. */
export function familyImage(name: string, id: string, day: number): ImageRow {
  return {
    CompShareImageId: `compshareImage-${id}`,
    Name: name,
    ImageType: "App",
    Status: "Available",
    AuthInfo: 1,
    PubTime: Date.UTC(2026, 0, day) / 1000,
  };
}

/** A resource in an exported state. */
export interface StateResource {
  readonly type: string;
  readonly id?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

/** Stacks with a pin, one after the other: the commands go to the one that was started last. */
export interface PinStacks {
  start(properties: readonly string[], more?: PinProgram): Promise<string>;
  edit(properties: readonly string[], more?: PinProgram): Promise<void>;
  /** Runs a command that has to succeed, and gives what it printed. */
  pulumi(...args: string[]): Promise<string>;
  /** Runs a command that may fail. */
  run(
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
  ): Promise<{ readonly code: number; readonly text: string }>;
  outputs(): Promise<Record<string, unknown>>;
  /** The pin as the state has it. */
  pin(): Promise<StateResource | undefined>;
}

/** Starts stacks in a world. */
export function createPinStacks(world: Pick<EngineAndSimulator, "engine">): PinStacks {
  let folder = "";
  let count = 0;
  const run: PinStacks["run"] = async (args, env = {}) => {
    const { code, stdout, stderr } = await world.engine.pulumi(args, { env });
    return { code, text: `${stdout}${stderr}` };
  };
  const pulumi: PinStacks["pulumi"] = async (...args) => {
    const result = await run(args);
    // All of it, so that a failure shows what the command printed.
    expect({ args, ...result }).toEqual({ args, code: 0, text: result.text });
    return result.text;
  };
  return {
    run,
    pulumi,
    start: async (properties, more) => {
      count += 1;
      folder = await world.engine.project(`pin-${count}`, { "Pulumi.yaml": pinProgram(properties, more) });
      await pulumi("stack", "init", `dev-${count}`);
      return folder;
    },
    edit: (properties, more) => writeFile(join(folder, "Pulumi.yaml"), pinProgram(properties, more)),
    outputs: async () => JSON.parse(await pulumi("stack", "output", "--json")),
    pin: async () => {
      const state: { deployment: { resources?: StateResource[] } } = JSON.parse(
        await pulumi("stack", "export"),
      );
      return state.deployment.resources?.find(({ type }) => type === "compshare:index:ImagePin");
    },
  };
}
