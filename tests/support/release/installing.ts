import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { CommandResult } from "../../../tools/process/run-command.ts";
import { type EngineAndSimulator, startEngineAndSimulator } from "../engine/lookup-program.ts";
import { version } from "./released.ts";

/** A fresh machine without Node.js, on which a plugin can be installed. */
export interface Installing {
  readonly world: EngineAndSimulator;
  install(...words: readonly string[]): Promise<CommandResult>;
  /** Previews a program that names no path, so that the installed plugin is what runs. */
  preview(env?: Readonly<Record<string, string>>): Promise<CommandResult>;
  /** Where an installed plugin lies. */
  readonly pluginFolder: string;
  dispose(): Promise<void>;
}

/** How a command ended, with what it wrote if it failed. */
export function outcome({ code, stdout, stderr }: CommandResult): string {
  return code === 0 ? succeeded : `exit code ${code}\n${stdout}${stderr}`;
}

export const succeeded = "it worked";

const program = (asked: string): string => `name: installed
runtime: yaml
variables:
  image:
    fn::invoke:
      function: compshare:getCompShareImage
      arguments:
        name: ComfyUI
      options:
        version: ${asked}
outputs:
  id: \${image.id}
`;

/** Makes such a machine; `asked` is the version that its program asks for. */
export async function startInstalling(asked: string = version): Promise<Installing> {
  const world = await startEngineAndSimulator();
  const { engine } = world;
  const withoutNode = { PATH: withoutNodeIn(engine.env["PATH"] ?? "") };
  await engine.project("installed", { "Pulumi.yaml": program(asked) });
  const made = await engine.pulumi(["stack", "init", "dev"], { env: withoutNode });
  if (made.code !== 0) throw new Error(made.stderr);
  return {
    world,
    install: (...words) =>
      engine.pulumi(["plugin", "install", "resource", "compshare", ...words], { env: withoutNode }),
    preview: (env = {}) => engine.pulumi(["preview"], { env: { ...withoutNode, ...env } }),
    pluginFolder: join(engine.directory, "pulumi", "plugins", `resource-compshare-v${asked}`),
    dispose: () => world.dispose(),
  };
}

function withoutNodeIn(path: string): string {
  const names = process.platform === "win32" ? ["node.exe", "node.cmd"] : ["node"];
  return path
    .split(delimiter)
    .filter((folder) => !names.some((name) => existsSync(join(folder, name))))
    .join(delimiter);
}
