import { spawn } from "node:child_process";
import { once } from "node:events";
import { stat } from "node:fs/promises";
import { ProviderHandshakeRequest } from "@pulumi/pulumi/proto/provider_pb.js";
import { pluginFile, startPlugin, stopPlugins } from "../../tests/support/plugin.ts";
import { answer } from "../../tests/support/plugin-calls.ts";
import { inTurn, median, type Row, timed, withSimulator } from "./measure.ts";

/** From spawn to the answered handshake, beside `node -e 0`, in turn. */
export async function start(): Promise<Row[]> {
  const times: [number[], number[]] = [[], []];
  for (let run = 0; run < 20; run += 1) {
    times[0].push(
      await timed(async () => {
        const plugin = await startPlugin();
        await answer((callback) => plugin.client.handshake(new ProviderHandshakeRequest(), callback));
      }),
    );
    await stopPlugins();
    times[1].push(await timed(() => once(spawn(process.execPath, ["-e", "0"], { stdio: "ignore" }), "exit")));
  }
  const [ours, bare] = [median(times[0]), median(times[1])];
  const bytes = (await stat(pluginFile)).size;
  return [
    {
      work: "spawn to Handshake answered",
      plugin: `${ours.toFixed(0)} ms`,
      peer: `${bare.toFixed(0)} ms (node -e 0)`,
      ratio: (ours / bare).toFixed(2),
      goal: "at most 2.5",
      met: ours / bare <= 2.5,
    },
    {
      work: "size of the plugin",
      plugin: `${Math.round(bytes / 1000)} kB`,
      peer: "",
      ratio: "",
      goal: "under 1 MB",
      met: bytes < 1_000_000,
    },
  ];
}

const program = (name: string, body: string): string =>
  `name: ${name}\nruntime: yaml\nplugins:\n  providers:\n    - name: compshare\n      path: ${process.cwd()}/dist\n${body}`;

/** `pulumi preview` of a YAML program with one lookup, and of the same program without, in turn. */
export async function preview(): Promise<Row[]> {
  const { createEngineWorkspace } = await import("../../tests/support/engine.ts");
  return withSimulator([], async (simulator) => {
    const workspace = await createEngineWorkspace({ env: simulator.environment });
    try {
      const lookup =
        "variables:\n  image:\n    fn::invoke:\n      function: compshare:getCompShareImage\n      arguments:\n        name: ComfyUI\noutputs:\n  id: ${image.id}\n";
      const folders: string[] = [];
      for (const [name, body] of [
        ["with", lookup],
        ["without", "outputs:\n  id: none\n"],
      ] as const) {
        folders.push(await workspace.project(name, { "Pulumi.yaml": program(name, body) }));
        await workspace.pulumi(["stack", "init", "dev"]);
      }
      const run = (cwd: string) => async () => {
        const { code, stdout, stderr } = await workspace.pulumi(["preview"], { cwd });
        if (code !== 0) throw new Error(stdout + stderr);
      };
      const [ours = 0, bare = 1] = await inTurn(20, ...folders.map(run));
      return [
        {
          work: "pulumi preview (YAML) with one lookup",
          plugin: `${ours.toFixed(0)} ms`,
          peer: `${bare.toFixed(0)} ms (without)`,
          ratio: (ours / bare).toFixed(2),
          goal: "at most 1.3",
          met: ours / bare <= 1.3,
        },
      ];
    } finally {
      await workspace.dispose();
    }
  });
}
