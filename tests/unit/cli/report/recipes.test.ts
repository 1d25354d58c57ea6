import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import { registry } from "../../../../cli/commands/registry.ts";
import { commonFlags } from "../../../../cli/flags.ts";
import { parseArguments } from "../../../../cli/parse-arguments.ts";

/** The command lines of `compshare-images` in the recipes and in both pages, without what the shell makes of them. */
async function commandLines(): Promise<readonly string[]> {
  const recipes = (await readdir("examples/ci")).filter((name) => name.endsWith(".yml"));
  const files = [...recipes.map((name) => `examples/ci/${name}`), "docs/ci.md", "docs/ci.zh-CN.md"];
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
  return texts.flatMap((text) =>
    [...text.matchAll(/(?:npx |bin\/|^|\| )compshare-images ([a-z].*)$/gm)].map(([, line = ""]) =>
      line.replace(/ *(\||>|#).*$/, "").trim(),
    ),
  );
}

test("every command line of the recipes and of their page is one that the program takes", async () => {
  const lines = await commandLines();
  expect(lines.length).toBeGreaterThanOrEqual(15);
  for (const line of lines) {
    const [name = "", ...words] = line.split(" ");
    const load = Object.entries(registry).find(([command]) => command === name)?.[1];
    const command = await load?.();
    expect({ line, known: command !== undefined }).toEqual({ line, known: true });
    expect(() => parseArguments(words, { ...commonFlags, ...command?.flags })).not.toThrow();
  }
});
