import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { generateCatalogue } from "../../simulator/catalogue/generate-catalogue.ts";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { type PluginOptions, startPlugin, stopPlugins } from "../support/plugin/plugin.ts";
import { account, configure, invoke, statusOf } from "../support/plugin/plugin-calls.ts";
import { asUnknownUser } from "../support/plugin/unknown-user.ts";

let simulator: Simulator;
let folder: string;

beforeAll(async () => {
  simulator = await startSimulator();
  folder = await mkdtemp(join(tmpdir(), "compshare-clock-"));
});

afterEach(stopPlugins);

afterAll(async () => {
  await simulator.close();
  await rm(folder, { recursive: true });
});

test.each<[string, PluginOptions]>([
  ["no variables at all", { onlyThese: true }],
  ["an empty home", { environment: { HOME: "" } }],
  ["a home that is not there", { environment: { HOME: "/nowhere/at/all" } }],
  ["nowhere to write", { cwd: "/proc", environment: { HOME: "/proc", TMPDIR: "/proc" } }],
  ["64 open files", { before: ["/bin/sh", "-c", 'ulimit -n 64; exec "$@"', "sh"] }],
  ["128 MB of heap", { environment: { NODE_OPTIONS: "--max-old-space-size=128" } }],
])("with %s an image is found", async (_, options) => {
  const plugin = await startPlugin(options);
  await configure(plugin, account(simulator));
  const { outputs } = await invoke(plugin, "getCompShareImage", { name: "cuda128_torch291_py312" });
  expect(outputs["id"]).toBe("compshareImage-1minbz219ceq");
});

test("with a user that the machine does not know an image is found", async () => {
  const plugin = await startPlugin({ onlyThese: true, ...(await asUnknownUser(folder)) });
  if (process.platform === "linux" && process.getuid?.() === 0)
    expect(await readFile(`/proc/${plugin.process.pid}/status`, "utf8")).toMatch(/^Uid:\t54321\t54321\t/m);
  await configure(plugin, account(simulator));
  const { outputs } = await invoke(plugin, "getCompShareImage", { name: "cuda128_torch291_py312" });
  expect(outputs["id"]).toBe("compshareImage-1minbz219ceq");
});

test("with 64 open files 200 calls at once are all answered", async () => {
  const plugin = await startPlugin({ before: ["/bin/sh", "-c", 'ulimit -n 64; exec "$@"', "sh"] });
  await configure(plugin, { ...account(simulator), cacheSeconds: 0 });
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, call) =>
      invoke(plugin, "getCompShareImages", { id: `compshareImage-${call}`, source: "platform" }),
    ),
  );
  expect(answers.map(({ outputs }) => outputs["totalCount"])).toEqual(Array(200).fill(0));
});

test("with 128 MB of heap a list of 20,000 images is read and one of them answered", async () => {
  const large = await startSimulator({ catalogue: generateCatalogue(20_000, 1) });
  try {
    const plugin = await startPlugin({ environment: { NODE_OPTIONS: "--max-old-space-size=128" } });
    await configure(plugin, account(large));
    const { outputs } = await invoke(plugin, "getCompShareImages", { limit: 1 });
    expect(outputs).toMatchObject({ selection: { rowsScanned: 20_000 } });
  } finally {
    await large.close();
  }
});

test.each([
  ["ten years ahead", "const shift = 315e9;"],
  ["ten years behind", "const shift = -315e9;"],
  ["jumping by a day with every look", "let shift = 0; setInterval(() => { shift += 864e5; }, 5).unref();"],
])("a wall clock %s changes neither waits nor deadlines", async (_, shift) => {
  const preload = join(folder, "clock.cjs");
  await writeFile(preload, `${shift} const now = Date.now; Date.now = () => now() + shift;`);
  const plugin = await startPlugin({ environment: { NODE_OPTIONS: `--require ${JSON.stringify(preload)}` } });
  await configure(plugin, { ...account(simulator), timeoutSeconds: 1 });
  simulator.failNext({ httpStatus: 503 }, 2);
  const { outputs } = await invoke(plugin, "getCompShareImages", {});
  expect(outputs).toMatchObject({ totalCount: 69 });

  simulator.failNext("hang");
  await configure(plugin, { ...account(simulator), timeoutSeconds: 1 });
  const start = performance.now();
  const error = await statusOf(invoke(plugin, "getCompShareImageTags", {}));
  const elapsed = performance.now() - start;
  expect(error.details).toMatch(/^TRANSPORT_FAILED: DEADLINE: /);
  expect(elapsed).toBeGreaterThan(900);
  expect(elapsed).toBeLessThan(1250);
});
