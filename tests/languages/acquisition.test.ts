import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { createReport } from "../../tools/engine/report.ts";
import { readIdentity } from "../../tools/repository.ts";
import { checkOutExample, installUserModules } from "../../tools/user/install.ts";
import { type LanguagesWorld, startLanguagesWorld } from "../support/engine/language-programs.ts";
import { archiveName, type PluginServer, startPluginServer } from "../support/engine/plugin-server.ts";
import { exampleAnswers } from "../support/engine/run-example.ts";

const example = "resolve-by-name";
let world: LanguagesWorld;
let nodeModules: string;
let version: string;
let server: PluginServer;

beforeAll(async () => {
  nodeModules = await installUserModules(createReport(process.stderr));
  ({ version } = await readIdentity());
}, 600_000);
beforeEach(async () => {
  // A world of its own for each program: a plugin that has been fetched stays in the home.
  world = await startLanguagesWorld();
  server = await startPluginServer(world.engine.directory, version);
}, 60_000);
afterEach(async () => {
  await server.close();
  await world.dispose();
});

const programs: Readonly<Record<string, (target: string) => Promise<void>>> = {
  typescript: async (target) => {
    await checkOutExample(`${example}/typescript`, target, nodeModules);
    const project = await readFile(join(target, "Pulumi.yaml"), "utf8");
    await writeFile(join(target, "Pulumi.yaml"), project.replace(/\nplugins:[^]*$/, "\n"));
  },
  python: (target) => world.checkOut(`examples/${example}/python`, "python", target),
  go: (target) => world.checkOut(`examples/${example}/go`, "go", target),
};

test.each(Object.entries(programs))(
  "a %s program without a plugins block gets the plugin by itself, from a mirror",
  async (_, checkOut) => {
    const cwd = join(world.engine.directory, "acquiring", "program");
    await mkdir(dirname(cwd));
    await checkOut(cwd);
    expect(await readFile(join(cwd, "Pulumi.yaml"), "utf8")).not.toContain("plugins");
    const env = {
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "",
      PULUMI_PLUGIN_DOWNLOAD_URL_OVERRIDES: `^github://api\\.github\\.com/.*/pulumi-compshare$=${server.url}`,
    };
    expect(await world.engine.pulumi(["stack", "init", "dev"], { cwd, env })).toMatchObject({ code: 0 });
    const preview = await world.engine.pulumi(["preview"], { cwd, env });
    expect(preview).toMatchObject({ code: 0, stderr: expect.not.stringContaining("warning") });
    expect(preview.stdout).toContain(exampleAnswers[example].training);
    expect(preview.stdout).not.toContain("warning");
    expect(server.asked).toEqual([`/${archiveName(version)}`]);
    const plugins = await world.engine.pulumi(["plugin", "ls", "--json"], { cwd, env });
    expect(JSON.parse(plugins.stdout)).toMatchObject([{ name: "compshare", kind: "resource", version }]);
  },
  120_000,
);
