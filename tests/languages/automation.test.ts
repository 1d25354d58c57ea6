import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { runCommand } from "../../tools/process/run-command.ts";
import { readIdentity } from "../../tools/repository.ts";
import { fetchingFrom } from "../support/engine/fetching.ts";
import { type LanguagesWorld, startLanguagesWorld } from "../support/engine/language-programs.ts";
import { archiveName, type PluginServer, startPluginServer } from "../support/engine/plugin-server.ts";
import { exampleAnswers } from "../support/engine/run-example.ts";

let world: LanguagesWorld;
let server: PluginServer;
let version: string;

beforeAll(async () => {
  world = await startLanguagesWorld();
  ({ version } = await readIdentity());
  server = await startPluginServer(world.engine.directory, version);
}, 600_000);
afterAll(async () => {
  await server.close();
  await world.dispose();
});

test.each([
  ["python", ["venv/bin/python", "main.py"]],
  ["go", ["go", "run", "."]],
] as const)(
  "examples/automation/%s deploys by itself and prints the ID of its image, with the plugin from a mirror",
  async (language, [command, ...args]) => {
    const cwd = join(world.engine.directory, `automation-${language}`, "program");
    await mkdir(dirname(cwd));
    await world.checkOut(`examples/automation/${language}`, language, cwd);
    // A home of its own, so that each program fetches the plugin.
    const home = join(world.engine.directory, `home-${language}`);
    const state = join(world.engine.directory, `state-${language}`);
    await mkdir(state);
    const env = {
      ...world.engine.env,
      ...fetchingFrom(server.url),
      PULUMI_HOME: home,
      PULUMI_BACKEND_URL: `file://${state}`,
    };
    const asked = server.asked.length;
    const run = await runCommand(command, args, { cwd, env, timeoutMs: 300_000 });
    expect(run).toMatchObject({ code: 0, stdout: `${exampleAnswers["resolve-by-name"].training}\n` });
    expect(server.asked.slice(asked)).toEqual([`/${archiveName(version)}`]);
  },
  600_000,
);
