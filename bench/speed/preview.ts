import { resolve } from "node:path";
import { packageName } from "../../provider/contract/tokens.ts";
import { createEngineWorkspace } from "../../tests/support/engine/engine.ts";
import { pluginFolder } from "../../tools/build.ts";
import type { EngineWorkspace } from "../../tools/engine/workspace.ts";
import { inTurn, median, type Row, timed } from "./measure.ts";
import type { Peer } from "./peer.ts";
import type { Rivals } from "./rivals.ts";
import { withSimulator } from "./simulator.ts";

const rounds = 15;

/** A program that asks a function of the package, with the lines that name the plugin or without. */
function program(name: string, functionName: string | undefined, folder: string | undefined): string {
  const plugin = `plugins:\n  providers:\n    - name: compshare\n      path: ${folder}\n`;
  const lookup = `variables:\n  image:\n    fn::invoke:\n      function: compshare:${functionName}\n      arguments:\n        name: ComfyUI\n`;
  const found = functionName === undefined ? "none" : "${image.name}";
  return `name: ${name}\nruntime: yaml\n${folder === undefined ? "" : plugin}${functionName === undefined ? "" : lookup}outputs:\n  found: ${found}\n`;
}

/** Makes a stack in a folder of its own, in which it is timed: in another one every command takes longer. */
async function makeStack(
  workspace: EngineWorkspace,
  name: string,
  text: string,
): Promise<() => Promise<number>> {
  const folder = await workspace.project(name, { "Pulumi.yaml": text });
  await pulumi(workspace, folder, "stack", "init", "dev");
  const preview = (): Promise<number> => timed(() => pulumi(workspace, folder, "preview"));
  // The first one fetches the schema and keeps what later ones find.
  await preview();
  return preview;
}

async function pulumi(workspace: EngineWorkspace, cwd: string, ...words: string[]): Promise<void> {
  const { code, stdout, stderr } = await workspace.pulumi(words, { cwd });
  if (code !== 0) throw new Error(`pulumi ${words.join(" ")} failed: ${stdout}${stderr}`);
}

/** How a preview is timed: without the plugin, with it by its path, and installed. */
interface Previews {
  readonly without: () => Promise<number>;
  readonly byPath: () => Promise<number>;
  readonly installed: () => Promise<number>;
}

async function previewsOf(
  workspace: EngineWorkspace,
  folder: string,
  functionName: string,
): Promise<Previews> {
  const byPath = await makeStack(workspace, "by-path", program("by-path", functionName, folder));
  const without = await makeStack(workspace, "without", program("without", undefined, folder));
  const install = ["plugin", "install", "resource", packageName, "0.1.0", "--file", folder];
  await pulumi(workspace, workspace.directory, ...install);
  const installed = await makeStack(workspace, "installed", program("installed", functionName, undefined));
  return { without, byPath, installed };
}

/** `pulumi preview` of a YAML program with one lookup and of the same program without, 15 rounds in turn: ours, 0.1.0 and a provider in Go, by path and installed. */
export async function preview(_peer: Peer, { release, go }: Rivals): Promise<Row[]> {
  return withSimulator([], async (simulator) => {
    const workspaces: EngineWorkspace[] = [];
    const measured = async (
      folder: string | undefined,
      functionName: string,
    ): Promise<Previews | undefined> => {
      if (folder === undefined) return undefined;
      const workspace = await createEngineWorkspace({ env: simulator.environment });
      workspaces.push(workspace);
      return previewsOf(workspace, folder, functionName);
    };
    try {
      const own = await measured(resolve(pluginFolder), "getCompShareImage");
      const released = await measured(release?.folder, "getCompShareImage");
      const inGo = await measured(go?.folder, "getImage");
      const none = async (): Promise<number> => Number.NaN;
      const times = await inTurn(
        rounds,
        ...[
          own?.without,
          own?.installed,
          released?.installed,
          inGo?.installed,
          own?.byPath,
          released?.byPath,
          inGo?.byPath,
        ].map((one) => one ?? none),
      );
      const [floor = Number.NaN, ...others] = times.map(median);
      return [
        ...rows("installed", others.slice(0, 3), floor, 1.35),
        ...rows("by path", others.slice(3), floor, 1.6),
      ];
    } finally {
      for (const workspace of workspaces) await workspace.dispose();
    }
  });
}

/** Times in the order ours, 0.1.0, Go, each as a multiple of the floor. */
function rows(how: string, times: readonly number[], floor: number, most: number): Row[] {
  const names = ["", " (0.1.0)", " (Go, no request)"];
  return times.flatMap((time, index) =>
    Number.isNaN(time)
      ? []
      : [
          {
            work: `pulumi preview (YAML) with one lookup, ${how}${names[index]}`,
            plugin: `${time.toFixed(0)} ms`,
            peer: `${floor.toFixed(0)} ms (without)`,
            ratio: (time / floor).toFixed(2),
            ...(index === 0 && { goal: `at most ${most}`, met: time / floor <= most }),
          },
        ],
  );
}
