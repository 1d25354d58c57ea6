import { status } from "@grpc/grpc-js";
import { afterEach, expect, test } from "@jest/globals";
import { generateCatalogue } from "../../simulator/catalogue/generate-catalogue.ts";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator/simulator.ts";
import { type Plugin, startPlugin, stopPlugins } from "../support/plugin/plugin.ts";
import { account, configure, invoke, statusOf } from "../support/plugin/plugin-calls.ts";

let simulator: Simulator;

async function start(options: SimulatorOptions = {}): Promise<Plugin> {
  simulator = await startSimulator(options);
  const plugin = await startPlugin();
  await configure(plugin, account(simulator));
  return plugin;
}

afterEach(async () => {
  await stopPlugins();
  await simulator.close();
});

test("an answer of more than 4 MiB arrives", async () => {
  const plugin = await start({ catalogue: generateCatalogue(10_000, 3) });
  const statuses = ["Available", "Offline"];
  const { outputs } = await invoke(plugin, "getCompShareImages", { statuses });
  expect(outputs).toMatchObject({ totalCount: 10_000 });
  expect(JSON.stringify(outputs).length).toBeGreaterThan(4 * 1024 * 1024);
}, 30_000);

test("a request of more than 4 MiB is taken, and explained in short", async () => {
  const plugin = await start();
  const error = await statusOf(invoke(plugin, "getCompShareImage", { name: "镜".repeat(2_000_000) }));
  expect(error.code).toBe(status.NOT_FOUND);
  expect(error.details.length).toBeLessThan(600);
  // The platform's listing, and what the other catalogues may have under the name: each a page and the empty one.
  expect(simulator.requests.map(({ action }) => action)).toHaveLength(10);
}, 30_000);

test("a long Chinese error arrives whole", async () => {
  const rows = Array.from({ length: 8 }, (_, index) => ({
    CompShareImageId: `compshareImage-1000000000${index}`,
    Name: `镜像${"很长的名字".repeat(8)}${index}`,
    ImageType: "App",
    Status: "Available",
  }));
  const plugin = await start({ catalogue: rows });
  const { details } = await statusOf(invoke(plugin, "getCompShareImage", { nameContains: "镜像" }));
  for (const row of rows) expect(details).toContain(`name: "${row.Name}"`);
  expect(details.endsWith("Go and .NET `NameContains`, `MostRecent` and `OrderBy`.")).toBe(true);
});

test.each(["龘", "𠀀"])(
  "an error of more than the trailer takes, of %s, is cut at a character",
  async (character) => {
    const rows = Array.from({ length: 8 }, (_, index) => ({
      CompShareImageId: `compshareImage-1000000000${index}`,
      Name: `${index}${character.repeat(110 / character.length)}`,
      ImageType: `类型${character.repeat(40)}${index}`,
      Author: `${character.repeat(40)}${index}`,

      Status: "Available",
      VersionName: `${character.repeat(40)}${index}`,
      Tags: [`${character.repeat(40)}${index}`],
    }));
    const plugin = await start({ catalogue: rows });
    const { code, details } = await statusOf(invoke(plugin, "getCompShareImage", {}));
    expect(code).toBe(status.FAILED_PRECONDITION);
    expect(details.startsWith("IMAGE_AMBIGUOUS: 8 images match statuses: ")).toBe(true);
    expect(details.endsWith("…")).toBe(true);
    expect(details).not.toContain("\ufffd");
    const bytes = encodeURI(details).length;
    expect(bytes).toBeLessThanOrEqual(12_000);
    expect(bytes).toBeGreaterThan(9000);
  },
);
