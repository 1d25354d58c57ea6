import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
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
});
afterEach(() => world.dispose());

/** Runs a command and gives all that it printed. */
async function run(...args: string[]): Promise<{ readonly code: number; readonly text: string }> {
  const { code, stdout, stderr } = await world.engine.pulumi(args);
  return { code, text: `${stdout}${stderr}` };
}

const succeeded = { code: 0, text: expect.any(String) };

async function stack(name: string, lines: readonly string[] = ["name: ComfyUI"]): Promise<void> {
  await world.engine.project(name, { "Pulumi.yaml": questionProgram(name, "getCompShareImage", lines) });
  expect(await run("stack", "init", "dev")).toEqual(succeeded);
}

test("in a project called compshare a key of the project's own is refused with the reason, and the provider's keys work", async () => {
  await stack("compshare");
  expect(await run("config", "set", "region", "cn-sh2")).toEqual(succeeded);
  expect(await run("preview")).toEqual(succeeded);
  expect(world.simulator.requests.map(({ params }) => params["Region"])).toContain("cn-sh2");
  expect(await run("config", "set", "title", "shop")).toEqual(succeeded);
  const { code, text } = await run("preview");
  expect(code).not.toBe(0);
  expect(text.replaceAll(/\s+/g, " ")).toContain("unknown configuration key `title`; known are `publicKey`,");
  expect(text.replaceAll(/\s+/g, " ")).toContain(
    "This project is itself called compshare, so its own keys are read as the provider's: set them under another name, such as `app:KEY`, or rename the project",
  );
  expect(await run("config", "rm", "title")).toEqual(succeeded);
  expect(await run("config", "set", "app:title", "shop")).toEqual(succeeded);
  expect(await run("preview")).toEqual(succeeded);
}, 120_000);

test("in a project of another name the text does not speak of the project", async () => {
  await stack("shop");
  await run("config", "set", "compshare:title", "shop");
  const { text } = await run("preview");
  expect(text).toContain("unknown configuration key `title`");
  expect(text).not.toContain("This project");
}, 120_000);

test("`pulumi cancel` during a lookup lets the command end by itself, and the next one works", async () => {
  await stack("cancelled");
  world.simulator.setLatency(1500);
  const up = world.engine.start(["up", "--yes", "--skip-preview"]);
  await until(() => world.simulator.requests.length > 0, { withinMs: 60_000 });
  const cancelled = await run("cancel", "--yes");
  const { stdout, stderr } = await up.done;
  expect({ cancelled, text: `${stdout}${stderr}` }).toEqual({
    cancelled: succeeded,
    text: expect.not.stringContaining("always* a bug in the provider"),
  });
  world.simulator.setLatency(0);
  expect(await run("up", "--yes")).toEqual(succeeded);
}, 120_000);

test("Ctrl-C while a long listing is read ends the command and every request of it", async () => {
  await stack("interrupted", ["name: nothing-of-this-name", "source: any"]);
  world.simulator.setLatency(1000);
  const preview = world.engine.start(["preview"]);
  await until(() => world.simulator.requests.length >= 3, { withinMs: 60_000 });
  preview.signal("SIGINT");
  const { code, stdout, stderr } = await preview.done;
  expect(code).not.toBe(0);
  expect(`${stdout}${stderr}`).not.toContain("always* a bug in the provider");
  const asked = world.simulator.requests.length;
  expect(world.simulator.requests.filter(({ aborted }) => aborted).length).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(world.simulator.requests).toHaveLength(asked);
}, 120_000);

/** Puts a `node` in front of all others that says it is of another version. */
async function oldNode(): Promise<string> {
  const folder = join(world.engine.directory, "old");
  await mkdir(folder);
  const preload = join(folder, "preload.cjs");
  await writeFile(
    preload,
    'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.20.8" } });',
  );
  await writeFile(
    join(folder, "node"),
    `#!/bin/sh\nexec "${process.execPath}" --require "${preload}" "$@"\n`,
    {
      mode: 0o755,
    },
  );
  return folder;
}

test("on a Node.js that is too old the terminal shows the version that is needed and the one that was found", async () => {
  await stack("old");
  const { code, stdout, stderr } = await world.engine.pulumi(["preview"], {
    env: { PATH: `${await oldNode()}:${world.engine.env["PATH"]}` },
  });
  expect(code).not.toBe(0);
  expect(`${stdout}${stderr}`).toContain(
    `pulumi-resource-compshare needs Node.js 22.19 or later, but runs on 18.20.8 (${process.execPath})`,
  );
}, 120_000);
