import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { codeBlocks } from "../support/docs/documents.ts";
import { type EngineAndSimulator, startEngineAndSimulator } from "../support/engine/lookup-program.ts";

jest.setTimeout(120_000);

let world: EngineAndSimulator;

beforeAll(async () => {
  world = await startEngineAndSimulator();
});
afterAll(() => world.dispose());

/** The words of the README's command that installs the plugin without npm, with the path of this checkout. */
function installCommand(): string[] {
  const lines = codeBlocks("README.md", "sh").flatMap((block) => block.split("\n"));
  const [, ...words] = lines.find((line) => line.startsWith("pulumi plugin install "))?.split(" ") ?? [];
  return words.map((word) => (word.startsWith("dist") ? resolve(word) : word));
}

const program = `name: installed
runtime: yaml
variables:
  answer:
    fn::invoke:
      function: compshare:getCompShareImage
      arguments:
        name: cuda128_torch291_py312
outputs:
  id: \${answer.id}
`;

test("the README's command installs a plugin that stays CommonJS under a package.json of type module, and finds an image", async () => {
  const { engine } = world;
  // Up to version 16, Node.js refuses a file without an extension there, before a line of it runs.
  await writeFile(join(engine.directory, "package.json"), '{ "type": "module" }');
  expect(await engine.pulumi(installCommand(), { cwd: engine.directory })).toMatchObject({ code: 0 });
  const installed = join(engine.directory, "pulumi/plugins/resource-compshare-v0.1.0");
  await readFile(join(installed, "pulumi-resource-compshare"));
  // The nearest package.json decides.
  expect(JSON.parse(await readFile(join(installed, "package.json"), "utf8"))).toMatchObject({
    type: "commonjs",
  });
  await engine.project("installed", { "Pulumi.yaml": program });
  expect(await engine.pulumi(["stack", "init", "dev"])).toMatchObject({ code: 0 });
  const preview = await engine.pulumi(["preview", "-s", "dev"]);
  expect(preview).toMatchObject({ code: 0 });
  expect(preview.stdout).toContain("compshareImage-1minbz219ceq");
});
