import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { read } from "../support/docs/documents.ts";
import {
  type EngineAndSimulator,
  questionProgram,
  startEngineAndSimulator,
} from "../support/engine/lookup-program.ts";

jest.setTimeout(120_000);

let world: EngineAndSimulator;
let folder: string;

beforeAll(async () => {
  world = await startEngineAndSimulator();
  folder = await world.engine.project("options", {
    "Pulumi.yaml": questionProgram("options", "getCompShareImage", ["name: cuda128_torch291_py312"]),
  });
  expect(await world.engine.pulumi(["stack", "init", "dev"])).toMatchObject({ code: 0 });
});
afterAll(() => world.dispose());

/** Previews with what Node.js is told by the environment; a file `loaded.cjs` lies beside the program. */
async function preview(
  options: string,
  loaded = "",
): Promise<{ readonly code: number; readonly text: string }> {
  await writeFile(join(folder, "loaded.cjs"), loaded);
  const { code, stdout, stderr } = await world.engine.pulumi(["preview", "-s", "dev"], {
    env: { NODE_OPTIONS: options.replace("FOLDER", folder) },
  });
  return { code, text: `${stdout}${stderr}` };
}

test.each<[string, string, readonly string[]]>([
  ["that does not exist", "--bogus", ["node: --bogus is not allowed in NODE_OPTIONS", "exit status 9"]],
  ["that loads a missing file", "--require ./missing.cjs", ["Cannot find module", "internal/preload"]],
  [
    "that loads code which writes to standard output",
    "--require FOLDER/loaded.cjs",
    ["wrote an invalid port to stdout"],
  ],
])("with an option %s the preview fails as the pages say", async (_, options, texts) => {
  const { code, text } = await preview(options, 'console.log("injected");');
  expect(code).not.toBe(0);
  for (const shown of texts) {
    expect(text).toContain(shown);
    for (const page of ["docs/errors.md", "docs/errors.zh-CN.md"])
      expect(read(page)).toContain(shown.replace("--bogus", "…"));
  }
});

test("with options that are good, and code that writes to standard error, an image is found", async () => {
  const { code, text } = await preview(
    "--no-warnings --require FOLDER/loaded.cjs",
    'console.error("injected");',
  );
  expect({ code, text }).toMatchObject({
    code: 0,
    text: expect.stringContaining("compshareImage-1minbz219ceq"),
  });
});
