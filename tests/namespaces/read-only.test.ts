import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { runCli } from "../support/cli/run-cli.ts";
import { needNamespace, withReadOnly } from "../support/namespaces/namespaces.ts";
import { type PluginOptions, pluginFile, startPlugin, stopPlugins } from "../support/plugin/plugin.ts";
import { account, configure, invoke } from "../support/plugin/plugin-calls.ts";
import { until } from "../support/until.ts";

let simulator: Simulator;
let folder: string;
let file: string;

beforeAll(async () => {
  await needNamespace("mount");
  simulator = await startSimulator();
});

// A disk with the plugin, the user's homes and the temporary folder on it.
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "compshare-disk-"));
  file = join(folder, "home/.pulumi/plugins/resource-compshare-v0.1.0/pulumi-resource-compshare");
  await mkdir(dirname(file), { recursive: true });
  await mkdir(join(folder, "tmp"));
  await copyFile(pluginFile, file);
});

afterEach(async () => {
  await stopPlugins();
  await rm(folder, { recursive: true });
});

afterAll(() => simulator.close());

const environment = (): Readonly<Record<string, string>> => ({
  HOME: join(folder, "home"),
  PULUMI_HOME: join(folder, "home/.pulumi"),
  XDG_CONFIG_HOME: join(folder, "home/.config"),
  TMPDIR: join(folder, "tmp"),
});

const listed = async (): Promise<string[]> => (await readdir(folder, { recursive: true })).toSorted();

/** Finds an image with a plugin that lies on the disk, and works in its folder. */
async function findImage(options: PluginOptions = {}): Promise<void> {
  const plugin = await startPlugin({ file, environment: environment(), cwd: folder, ...options });
  await configure(plugin, account(simulator));
  const { outputs } = await invoke(plugin, "getCompShareImage", { name: "cuda128_torch291_py312" });
  expect(outputs["id"]).toBe("compshareImage-1minbz219ceq");
  expect(plugin.stderr()).toBe("");
}

test("on a read-only disk, homes and temporary folder included, an image is found and nothing is written", async () => {
  const before = await listed();
  await findImage({ before: withReadOnly(folder) });
  await findImage({ before: withReadOnly(folder) });
  expect(await listed()).toEqual(before);
});

test("compiled code that was kept while the disk could be written to stays as it is, and an image is found", async () => {
  await findImage();
  const kept = async (): Promise<string[]> => (await listed()).filter((path) => path.endsWith(".bin"));
  await until(async () => (await kept()).length === 1);
  await stopPlugins();
  const [path = ""] = await kept();
  const before = { names: await listed(), bytes: await readFile(join(folder, path)) };
  await findImage({ before: withReadOnly(folder) });
  expect({ names: await listed(), bytes: await readFile(join(folder, path)) }).toEqual(before);
});

test("on a read-only disk the command line finds an image", async () => {
  const before = await listed();
  const { code, stdout } = await runCli(["find", "--name", "cuda128_torch291_py312"], {
    before: withReadOnly(folder),
    cwd: folder,
    environment: {
      ...environment(),
      COMPSHARE_BASE_URL: simulator.endpoint,
      COMPSHARE_PUBLIC_KEY: simulator.publicKey,
      COMPSHARE_PRIVATE_KEY: simulator.privateKey,
    },
  });
  expect(code).toBe(0);
  expect(stdout).toContain("compshareImage-1minbz219ceq");
  expect(await listed()).toEqual(before);
});

test("a file that the command line should write there is an error with the system's code, and no stack", async () => {
  const { code, stderr } = await runCli(
    ["snapshot", "--output", join(folder, "catalog.json"), "--lang", "en"],
    {
      before: withReadOnly(folder),
      cwd: folder,
      environment: {
        COMPSHARE_BASE_URL: simulator.endpoint,
        COMPSHARE_PUBLIC_KEY: simulator.publicKey,
        COMPSHARE_PRIVATE_KEY: simulator.privateKey,
      },
    },
  );
  expect(code).not.toBe(0);
  expect(stderr).toMatch(/EROFS/);
  expect(stderr).not.toMatch(/^ +at /m);
});
