import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { type PluginOptions, pluginFile, startPlugin, stopPlugins } from "../support/plugin/plugin.ts";
import { account, configure, invoke } from "../support/plugin/plugin-calls.ts";

let simulator: Simulator;
let folder: string;

beforeAll(async () => {
  simulator = await startSimulator();
  folder = await mkdtemp(join(tmpdir(), "compshare-place-"));
});

afterEach(stopPlugins);

afterAll(async () => {
  await simulator.close();
  await rm(folder, { recursive: true });
});

/** Puts the executable alone into a folder, as `pulumi plugin install --file` does. */
async function installIn(...names: readonly string[]): Promise<string> {
  const file = join(folder, ...names, "pulumi-resource-compshare");
  await mkdir(dirname(file), { recursive: true });
  await copyFile(pluginFile, file);
  return file;
}

/** Finds an image with a plugin of its own. */
async function findImage(options: PluginOptions): Promise<void> {
  const plugin = await startPlugin(options);
  await configure(plugin, account(simulator));
  const { outputs } = await invoke(plugin, "getCompShareImage", { name: "cuda128_torch291_py312" });
  expect(outputs["id"]).toBe("compshareImage-1minbz219ceq");
  expect(plugin.stderr()).toBe("");
  expect(plugin.stdout()).toMatch(/^\d{1,5}\n$/);
}

test.each(["module", "commonjs"])(
  "under a package.json of type %s, which is somebody else's, an image is found",
  async (type) => {
    const file = await installIn(type, "plugins", "resource-compshare-v0.1.0");
    await writeFile(join(folder, type, "package.json"), JSON.stringify({ type }));
    await findImage({ file });
  },
);

test("from a path with spaces, quotes and Chinese, an image is found", async () =>
  findImage({ file: await installIn('it\'s a "path" 空 格 %20 #1') }));

test("started by its own first line, as the engine does, from a path with spaces, an image is found", async () => {
  const file = await installIn("by its first line");
  const PATH = `${dirname(process.execPath)}:${process.env["PATH"]}`;
  await findImage({ byItself: true, file, environment: { PATH } });
});

test("from a folder in which nothing can be written, without a home or a temporary folder, an image is found", async () => {
  const file = await installIn("read-only");
  await chmod(dirname(file), 0o555);
  const nowhere = { HOME: "/proc/nowhere", TMPDIR: "/proc/nowhere", PULUMI_HOME: dirname(file) };
  try {
    await findImage({ file, cwd: "/proc", environment: nowhere });
  } finally {
    await chmod(dirname(file), 0o755);
  }
});

test.each([
  ["the error output", "2>&-"],
  ["the input", "<&-"],
  ["the input and the error output", "<&- 2>&-"],
])("with %s closed an image is found", (_, closing) =>
  findImage({ before: ["/bin/sh", "-c", `exec "$@" ${closing}`, "sh"] }),
);
