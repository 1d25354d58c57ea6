import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readIdentity } from "../../tools/repository.ts";
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
