import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { status } from "@grpc/grpc-js";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { type Simulator, startSimulator } from "../../simulator/simulator.ts";
import { type Plugin, startPlugin, stopPlugins } from "../support/plugin/plugin.ts";
import { account, configure, invoke, statusOf } from "../support/plugin/plugin-calls.ts";
import { until } from "../support/until.ts";

let folder: string;
let simulator: Simulator;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "compshare-crash-"));
  simulator = await startSimulator();
});

afterEach(stopPlugins);

afterAll(async () => {
  await simulator.close();
  await rm(folder, { recursive: true });
});

/** Starts a plugin in which a signal sets off an error that nobody catches. */
async function startDoomed(fault: string): Promise<Plugin> {
  const preload = join(folder, "preload.cjs");
  await writeFile(preload, `process.on("SIGUSR2", () => { ${fault} });`);
  return startPlugin({ environment: { NODE_OPTIONS: `--require ${JSON.stringify(preload)}` } });
}

test.each([
  ["an exception", 'throw new TypeError("canary-secret")', "TypeError"],
  ["a rejection", 'Promise.reject(new RangeError("canary-secret"))', "RangeError"],
  ["something that is no error", 'throw "canary-secret"', "string"],
])(
  "%s that nobody caught ends the plugin with 1, tells its calls and shows only its kind",
  async (_, fault, kind) => {
    const plugin = await startDoomed(fault);
    await configure(plugin, account(simulator));
    simulator.resetRequests();
    simulator.failNext("hang");
    const call = statusOf(invoke(plugin, "getCompShareImages", {}));
    await until(() => simulator.requests.length === 1);
    plugin.process.kill("SIGUSR2");
    const error = await call;
    expect(error.code).toBe(status.INTERNAL);
    expect(error.details).toMatch(
      new RegExp(`^Unexpected ${kind}( in [^\\n]*)?\\. This is a bug in the plugin`),
    );
    expect(await plugin.exit).toEqual({ code: 1, signal: null });
    expect(plugin.stderr()).toBe(`pulumi-resource-compshare: ${kind}\n`);
    expect(plugin.stdout()).toMatch(/^\d+\n$/);
    expect(error.details).not.toContain("canary");
  },
);

test("an idle plugin ends within a second of an exception that nobody caught", async () => {
  const plugin = await startDoomed('throw new Error("canary-secret")');
  const start = performance.now();
  plugin.process.kill("SIGUSR2");
  expect(await plugin.exit).toEqual({ code: 1, signal: null });
  expect(performance.now() - start).toBeLessThan(1000);
});
