import { afterEach, beforeEach, expect, test } from "@jest/globals";
import {
  type EngineAndSimulator,
  questionProgram,
  startEngineAndSimulator,
} from "../support/engine/lookup-program.ts";

let world: EngineAndSimulator;

beforeEach(async () => {
  world = await startEngineAndSimulator();
  await world.engine.project("interrupt", {
    "Pulumi.yaml": questionProgram("interrupt", "getCompShareImage", ["name: ComfyUI"]),
  });
  await world.engine.pulumi(["stack", "init", "dev"]);
});
afterEach(() => world.dispose());

async function until(what: () => boolean, withinMs: number): Promise<number> {
  const start = performance.now();
  while (!what()) {
    if (performance.now() - start > withinMs) throw new Error(`not within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return performance.now() - start;
}

test("an engine that is killed in the middle of a lookup leaves no plugin behind", async () => {
  world.simulator.failNext("hang", 1);
  const preview = world.engine.start(["preview"]);
  await until(() => world.simulator.requests.length === 1, 30_000);
  preview.signal("SIGKILL");
  // The plugin holds the only connection that waits for an answer; it is closed when the plugin is gone.
  await until(() => world.simulator.requests[0]?.aborted === true, 2000);
  await preview.done.catch(() => undefined);
}, 60_000);

test("Ctrl-C in the middle of a lookup ends the command, and the plugin stops asking", async () => {
  world.simulator.failNext("hang", 1);
  const preview = world.engine.start(["preview"]);
  await until(() => world.simulator.requests.length === 1, 30_000);
  preview.signal("SIGINT");
  await until(() => world.simulator.requests[0]?.aborted === true, 2000);
  const { code, stdout, stderr } = await preview.done;
  expect(code).not.toBe(0);
  expect(`${stdout}${stderr}`).not.toContain("always* a bug in the provider");
  expect(world.simulator.requests).toHaveLength(1);
}, 60_000);
