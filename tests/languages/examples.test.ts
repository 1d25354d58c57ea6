import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { parseRepository } from "../../provider/schema/repository.ts";
import { sdkReadmes } from "../../tools/generate/sdk-readmes.ts";
import { readIdentity } from "../../tools/repository.ts";
import { codeBlocks } from "../support/docs/code-blocks.ts";
import {
  installPlugin,
  type LanguagesWorld,
  startLanguagesWorld,
} from "../support/engine/language-programs.ts";
import { exampleAnswers, runExample, topics } from "../support/engine/run-example.ts";

let world: LanguagesWorld;

beforeAll(async () => {
  world = await startLanguagesWorld();
  await installPlugin(world.engine, (await readIdentity()).version);
}, 600_000);
afterAll(() => world.dispose());

const examples = topics.flatMap((topic) =>
  (["python", "go"] as const).map((language) => [topic, language] as const),
);

test.each(examples)(
  "examples/%s/%s previews, deploys, previews without changes and is destroyed",
  async (topic, language) => {
    const cwd = join(world.engine.directory, `${topic}-${language}`, "program");
    await mkdir(dirname(cwd), { recursive: true });
    await world.checkOut(`examples/${topic}/${language}`, language, cwd);
    expect(await runExample(world.engine, cwd)).toEqual(exampleAnswers[topic]);
  },
  300_000,
);

test.each([
  ["python", "__main__.py"],
  ["go", "main.go"],
] as const)(
  "the program of the %s SDK's README previews to the image",
  async (language, file) => {
    const { version, repository } = await readIdentity();
    const [, program = ""] = codeBlocks(sdkReadmes(version, parseRepository(repository))[language]);
    const cwd = join(world.engine.directory, `readme-${language}`, "program");
    await mkdir(dirname(cwd), { recursive: true });
    await world.checkOut(`examples/resolve-by-name/${language}`, language, cwd);
    await writeFile(join(cwd, file), `${program}\n`);
    expect(await world.engine.pulumi(["stack", "init", "readme"], { cwd })).toMatchObject({ code: 0 });
    const preview = await world.engine.pulumi(["preview"], { cwd });
    const { training } = exampleAnswers["resolve-by-name"];
    expect(preview).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(`image_?[iI]d *: "${training}"`),
    });
  },
  120_000,
);
