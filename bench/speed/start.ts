import { spawn } from "node:child_process";
import { once } from "node:events";
import { stat } from "node:fs/promises";
import { ProviderHandshakeRequest } from "@pulumi/pulumi/proto/provider_pb.js";
import { pluginFile, startPlugin, stopPlugins } from "../../tests/support/plugin/plugin.ts";
import { answer } from "../../tests/support/plugin/plugin-calls.ts";
import { inTurn, median, type Row, timed } from "./measure.ts";

async function handshake(): Promise<number> {
  const milliseconds = await timed(async () => {
    const plugin = await startPlugin();
    await answer((callback) => plugin.client.handshake(new ProviderHandshakeRequest(), callback));
  });
  await stopPlugins();
  return milliseconds;
}

const bareNode = (): Promise<number> =>
  timed(() => once(spawn(process.execPath, ["-e", "0"], { stdio: "ignore" }), "exit"));

/** From spawn to the answered handshake, beside `node -e 0`, 20 rounds in turn; and the size of the plugin. */
export async function start(): Promise<Row[]> {
  const [own, bare] = await inTurn(20, handshake, bareNode);
  const [ours, floor] = [median(own), median(bare)];
  const bytes = (await stat(pluginFile)).size;
  return [
    {
      work: "spawn to Handshake answered",
      plugin: `${ours.toFixed(0)} ms`,
      peer: `${floor.toFixed(0)} ms (node -e 0)`,
      ratio: (ours / floor).toFixed(2),
      goal: "at most 2.5",
      met: ours / floor <= 2.5,
    },
    {
      work: "size of the plugin",
      plugin: `${Math.round(bytes / 1000)} kB`,
      goal: "under 1 MB",
      met: bytes < 1_000_000,
    },
  ];
}
