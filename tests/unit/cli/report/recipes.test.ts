import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import { commonFlagsOf } from "../../../../cli/command-flags.ts";
import { registry } from "../../../../cli/commands/registry.ts";
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
    expect(() => parseArguments(words, { ...commonFlagsOf(command ?? {}), ...command?.flags })).not.toThrow();
  }
});

test("no recipe for GitHub hides that the first part of a pipe fails", async () => {
  const names = (await readdir("examples/ci")).filter(
    (name) => name.endsWith(".yml") && name !== "gitlab.yml",
  );
  const texts = await Promise.all(names.map((name) => readFile(`examples/ci/${name}`, "utf8")));
  const steps = texts.flatMap((text) => text.split(/^ {6}- /m));
  const piped = steps.filter((step) => /^[^#\n]*run:.* \| \w/m.test(step));
  expect(piped).toHaveLength(1);
  // Without a name GitHub's bash runs without pipefail.
  for (const step of piped) expect(step).toContain("\n        shell: bash\n");
});
