import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import {
  type EngineAndSimulator,
  questionProgram,
  startEngineAndSimulator,
} from "../support/engine/lookup-program.ts";

let world: EngineAndSimulator;

beforeAll(async () => {
  world = await startEngineAndSimulator();
});

afterAll(() => world.dispose());

/** The commands of the page's section on stacks with real keys. */
async function commandsOfThePage(): Promise<readonly string[][]> {
  const page = await readFile("docs/simulator.md", "utf8");
  const block = /## With a stack that has real keys[^]*?```sh\n([^]*?)```/.exec(page)?.[1] ?? "";
  return block
    .trim()
    .split("\n")
    .map((line) => line.replace(/^pulumi /, "").split(" "));
}

test("a stack with an address and keys of its own is left alone, and another one meets the simulator", async () => {
  const { engine, simulator } = world;
  const folder = await engine.project("simulated", {
    "Pulumi.yaml": questionProgram("simulated", "getCompShareImage", ["name: vLLM v0.12.0"]),
  });
  const pulumi = async (...args: string[]) => {
    const { code, stdout, stderr } = await engine.pulumi(args);
    return { code, text: `${stdout}${stderr}` };
  };
  await pulumi("stack", "init", "dev");
  await pulumi("config", "set", "compshare:baseUrl", "http://127.0.0.1:1", "--stack", "dev");
  await pulumi("config", "set", "--secret", "compshare:publicKey", "real-public-key", "--stack", "dev");
  await pulumi("config", "set", "--secret", "compshare:privateKey", "real-private-key", "--stack", "dev");
  const configuration = await readFile(join(folder, "Pulumi.dev.yaml"), "utf8");
  expect((await pulumi("preview", "--stack", "dev")).text).toContain("[ECONNREFUSED]");
  expect(simulator.requests).toHaveLength(0);

  const commands = await commandsOfThePage();
  expect(commands.map(([command]) => command)).toEqual(["stack", "preview", "stack"]);
  for (const command of commands) {
    const result = await pulumi(...command);
    expect({ command, ...result }).toMatchObject({ command, code: 0 });
    if (command[0] === "preview") expect(result.text).toContain("compshareImage-1pv2luuyhfr1");
  }
  expect(simulator.requests.length).toBeGreaterThan(0);
  expect(await readFile(join(folder, "Pulumi.dev.yaml"), "utf8")).toBe(configuration);
}, 120_000);
