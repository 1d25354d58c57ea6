import { readdir, readFile } from "node:fs/promises";
import { startSimulator } from "../../simulator/simulator.ts";
import { startFaultServer } from "../../tests/support/faults/fault-server.ts";
import { createFixtures, type Fixtures } from "../../tests/support/faults/run-scenario.ts";
import { honest, type ServerScript } from "../../tests/support/faults/scenario.ts";
import { body } from "../../tests/support/faults/scenarios/body.ts";
import { type Plugin, startPlugin, stopPlugins } from "../../tests/support/plugin/plugin.ts";
import { account, configure, invoke, statusOf } from "../../tests/support/plugin/plugin-calls.ts";
import { atOnce, type Check } from "./check.ts";

const keys = { publicKey: "a", privateKey: "b", cacheSeconds: 0 };

async function megabytes({ process: { pid } }: Plugin, name: "VmHWM" | "VmRSS"): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
}

/** Peak memory of a plugin that has read the usual list, and then made a call to this server. */
async function peakAfter(script: ServerScript, fixtures: Fixtures): Promise<number> {
  const server = await startFaultServer(script, fixtures.certificates, "http://127.0.0.1:1");
  const plugin = await startPlugin();
  // What the usual work needs is there whatever comes: one reading of the simulator's 72 images.
  const simulator = await startSimulator();
  await configure(plugin, { ...account(simulator), cacheSeconds: 0 });
  await invoke(plugin, "getCompShareImages", {});
  await configure(plugin, { ...keys, baseUrl: `http://127.0.0.1:${server.port}`, maxAttempts: 1 });
  server.begin();
  await invoke(plugin, "getCompShareImageTags", {}).catch(() => undefined);
  const peak = await megabytes(plugin, "VmHWM");
  await stopPlugins();
  await simulator.close();
  server.close();
  return peak;
}

/** G10: what hostile responses cost, beside an honest one; and what failed handshakes leave behind. */
export async function memory(): Promise<readonly Check[]> {
  const fixtures = await createFixtures();
  const floor = await peakAfter({ steps: [honest] }, fixtures);
  const checks: Check[] = [];
  for (const scenario of body.filter(
    ({ fault, what }) => fault === "response too large" || what.includes("grow to 256 MiB"),
  )) {
    const more = (await peakAfter(scenario, fixtures)) - floor;
    checks.push({
      goal: "G10",
      what: `memory that ${scenario.what} costs`,
      plugin: `${more.toFixed(0)} MB beside ${floor.toFixed(0)} MB`,
      wanted: "at most 32 MB",
      met: more <= 32,
    });
  }
  checks.push(...(await handshakes(fixtures)));
  await fixtures.close();
  return checks;
}

/** 10,000 handshakes that fail, in a heap so small that V8 has to collect what can be collected. */
async function handshakes(fixtures: Fixtures): Promise<readonly Check[]> {
  const script: ServerScript = { openings: ["self-signed"] };
  const server = await startFaultServer(script, fixtures.certificates, "http://127.0.0.1:1");
  const plugin = await startPlugin({ environment: { NODE_OPTIONS: "--max-old-space-size=48" } });
  await configure(plugin, { ...keys, baseUrl: `https://localhost:${server.port}`, maxAttempts: 1 });
  const fail = (count: number): Promise<unknown> =>
    atOnce(
      8,
      Array.from(
        { length: count },
        (_, call) => () =>
          statusOf(invoke(plugin, "getCompShareImages", { id: `x${call}`, source: "platform" })),
      ),
    );
  const files = async (): Promise<number> => (await readdir(`/proc/${plugin.process.pid}/fd`)).length;
  await fail(2000);
  const before = { files: await files(), megabytes: await megabytes(plugin, "VmRSS") };
  await fail(8000);
  const slope = (((await megabytes(plugin, "VmRSS")) - before.megabytes) * 1024) / 8000;
  const more = (await files()) - before.files;
  await stopPlugins();
  server.close();
  return [
    {
      goal: "G10",
      what: "10,000 failed handshakes, each from the 2,000th on",
      plugin: `${slope.toFixed(2)} kB, ${more} open files more`,
      wanted: "at most 1 kB, none",
      met: slope <= 1 && more <= 0,
    },
  ];
}
