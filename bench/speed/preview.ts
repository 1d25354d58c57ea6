import { createEngineWorkspace } from "../../tests/support/engine/engine.ts";
import { yamlProgram } from "../../tests/support/engine/lookup-program.ts";
import { inTurn, median, type Row, timed } from "./measure.ts";
import { withSimulator } from "./simulator.ts";

const lookup = `variables:
  image:
    fn::invoke:
      function: compshare:getCompShareImage
      arguments:
        name: ComfyUI
outputs:
  id: \${image.id}
`;

/** `pulumi preview` of a YAML program with one lookup, and of the same program without, 20 rounds in turn. */
export async function preview(): Promise<Row[]> {
  return withSimulator([], async (simulator) => {
    const workspace = await createEngineWorkspace({ env: simulator.environment });
    try {
      const pulumi = async (cwd: string, ...words: string[]): Promise<void> => {
        const { code, stdout, stderr } = await workspace.pulumi(words, { cwd });
        if (code !== 0) throw new Error(`pulumi ${words.join(" ")} failed: ${stdout}${stderr}`);
      };
      // A stack is made in the folder that is timed: in another one every command takes longer.
      const project = async (name: string, body: string): Promise<string> => {
        const folder = await workspace.project(name, { "Pulumi.yaml": yamlProgram(name, body) });
        await pulumi(folder, "stack", "init", "dev");
        return folder;
      };
      const folders = [await project("with", lookup), await project("without", "outputs:\n  id: none\n")];
      const [own = [], bare = []] = await inTurn(
        20,
        ...folders.map((folder) => () => timed(() => pulumi(folder, "preview"))),
      );
      const [ours, floor] = [median(own), median(bare)];
      return [
        {
          work: "pulumi preview (YAML) with one lookup",
          plugin: `${ours.toFixed(0)} ms`,
          peer: `${floor.toFixed(0)} ms (without)`,
          ratio: (ours / floor).toFixed(2),
          goal: "at most 1.3",
          met: ours / floor <= 1.3,
        },
      ];
    } finally {
      await workspace.dispose();
    }
  });
}
