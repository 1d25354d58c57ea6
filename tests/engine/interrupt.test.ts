import { afterEach, beforeEach, expect, test } from "@jest/globals";
import {
  type EngineAndSimulator,
  questionProgram,
  startEngineAndSimulator,
} from "../support/engine/lookup-program.ts";
import { until } from "../support/until.ts";

let world: EngineAndSimulator;

beforeEach(async () => {
  world = await startEngineAndSimulator();
  await world.engine.project("interrupt", {
    "Pulumi.yaml": questionProgram("interrupt", "getCompShareImage", ["name: ComfyUI"]),
  });
  await world.engine.pulumi(["stack", "init", "dev"]);
});
afterEach(() => world.dispose());

test("an engine that is killed in the middle of a lookup leaves no plugin behind", async () => {
  world.simulator.failNext("hang", 1);
  const preview = world.engine.start(["preview"]);
  await until(() => world.simulator.requests.length === 1);
  preview.signal("SIGKILL");
  // The plugin holds the only connection that waits for an answer; it is closed when the plugin is gone.
  await until(() => world.simulator.requests[0]?.aborted === true, { withinMs: 2000 });
  await preview.done.catch(() => undefined);
}, 60_000);

test("Ctrl-C in the middle of a lookup ends the command, and the plugin stops asking", async () => {
  world.simulator.failNext("hang", 1);
  const preview = world.engine.start(["preview"]);
  await until(() => world.simulator.requests.length === 1);
  preview.signal("SIGINT");
  await until(() => world.simulator.requests[0]?.aborted === true, { withinMs: 2000 });
  const { code, stdout, stderr } = await preview.done;
  expect(code).not.toBe(0);
  expect(`${stdout}${stderr}`).not.toContain("always* a bug in the provider");
  expect(world.simulator.requests).toHaveLength(1);
}, 60_000);
