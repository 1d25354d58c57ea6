import { copyFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, jest, test } from "@jest/globals";
import { useEngineAndSimulator } from "../support/engine/lookup-program.ts";
import { createPinStacks, familyImage } from "../support/engine/pin-stacks.ts";
import { until } from "../support/until.ts";

jest.setTimeout(120_000);

const world = useEngineAndSimulator();
const stacks = createPinStacks(world);

beforeAll(() => {
  world.simulator.putImage(familyImage("crash v1.1", "crash0000001", 1));
  world.simulator.putImage(familyImage("crash v1.2", "crash0000002", 2));
});

const [older, newer] = ["compshareImage-crash0000001", "compshareImage-crash0000002"] as const;
const up = ["up", "--yes", "--skip-preview"] as const;
const refresh = ["refresh", "--yes", "--skip-preview"] as const;

/** Starts a command, kills the engine as soon as something is so, and sees that the state can be read. */
async function kill(words: readonly string[], when: (output: string) => boolean): Promise<void> {
  const command = world.engine.start(words);
  let ended = false;
  const end = (): void => {
    ended = true;
  };
  command.done.then(end, end);
  await until(() => ended || when(command.output().stdout), { withinMs: 60_000 });
  expect({ ended, ...command.output() }).toMatchObject({ ended: false });
  command.signal("SIGKILL");
  // 128 and the number of SIGKILL: it was not on its way out by itself.
  expect((await command.done).code).toBe(137);
  await mendState();
  // The dead engine has left its lock, which is released only where the state can be read.
  await stacks.run(["cancel", "--yes"]);
  await stacks.pulumi("stack", "export");
}

/**
 * Puts back the copy that the engine keeps of the state before the last step, where the engine died while it wrote the
 * state: its file backend writes neither the state nor the attributes beside it in one piece.
 */
async function mendState(): Promise<void> {
  const { text } = await stacks.run(["stack", "export"]);
  if (!text.includes("failed to load checkpoint: EOF")) return;
  const folder = join(world.engine.directory, "state", ".pulumi", "stacks");
  for (const file of await readdir(folder, { recursive: true })) {
    const path = join(folder, file);
    const [state, attributes] = file.split(".json");
    if (attributes === undefined || attributes.startsWith(".bak") || (await stat(path)).size > 0) continue;
    for (const end of ["", ".attrs"]) {
      await copyFile(join(folder, `${state}.json.bak${end}`), join(folder, `${state}.json${end}`));
    }
  }
}

/** Sees that the next run goes to an image, and that there is nothing left to do then. */
async function converge(id: string): Promise<void> {
  await stacks.pulumi(...up);
  expect(await stacks.pin()).toMatchObject({ id, outputs: { imageId: id } });
  await stacks.pulumi("preview", "--expect-no-changes");
}

/** Whether the request of this number is on its way; answers take long enough to be caught. */
const asks = (count: number) => (): boolean => world.simulator.requests.length >= count;
const prints =
  (text: string) =>
  (output: string): boolean =>
    output.includes(text);

test.each([1, 2])("an engine that is killed at request %i of creating a pin converges", async (count) => {
  await stacks.start(["nameContains: crash v", "mostRecent: true"]);
  world.simulator.setLatency(200);
  await kill(up, asks(count));
  world.simulator.setLatency(0);
  await converge(newer);
});

/** A pin of the older image, and nothing asked so far. */
async function startPinned(): Promise<void> {
  await stacks.start(["name: crash v1.1"]);
  await stacks.pulumi(...up);
  world.simulator.resetRequests();
}

test("an engine that is killed while it finds out whether an edited query still fits converges", async () => {
  await startPinned();
  await stacks.edit(["nameContains: crash v", "publishedBefore: 2026-01-02"]);
  world.simulator.setLatency(200);
  await kill(up, asks(1));
  world.simulator.setLatency(0);
  expect(await stacks.pin()).toMatchObject({ id: older, inputs: { name: "crash v1.1" } });
  await converge(older);
});

test.each([
  ["its second request", asks(2)],
  ["creating the replacement", prints("creating replacement")],
  ["having created the replacement", prints("created replacement")],
  ["deleting the original", prints("deleting original")],
])("an engine that is killed at %s of a move converges", async (_case, when) => {
  await startPinned();
  await stacks.edit(["name: crash v1.2"]);
  world.simulator.setLatency(100);
  await kill(up, when);
  world.simulator.setLatency(0);
  await converge(newer);
});

test.each([1, 2])(
  "an engine that is killed at request %i of a refresh keeps the state, and the next one is complete",
  async (count) => {
    await stacks.start(["nameContains: crash v", "publishedBefore: 2026-01-02"]);
    await stacks.pulumi(...up);
    world.simulator.resetRequests();
    world.simulator.patchImage(older, { Status: "Offline" });
    world.simulator.setLatency(200);
    await kill(refresh, asks(count));
    world.simulator.setLatency(0);
    expect(await stacks.pin()).toMatchObject({ id: older, outputs: { status: "Available" } });
    await stacks.pulumi(...refresh);
    expect(await stacks.pin()).toMatchObject({ id: older, outputs: { status: "Offline" } });
    world.simulator.patchImage(older, { Status: "Available" });
  },
);

test("an engine that is killed while it deletes a pin converges", async () => {
  await startPinned();
  await kill(["destroy", "--yes", "--skip-preview"], prints("deleting"));
  await stacks.pulumi("destroy", "--yes", "--skip-preview");
  expect(await stacks.pin()).toBeUndefined();
});
