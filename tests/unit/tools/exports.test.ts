import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";

const folders = ["provider", "cli", "mocks", "simulator", "tools", "tests", "bench"];

const files = folders
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
  )
  .filter((path) => path.endsWith(".ts") && !path.includes("node_modules"));

/** The names in every file of ours. */
const namesOf: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...files, "oxlint.config.ts"].map((path) => [path, new Set(readFileSync(path, "utf8").match(/[\w$]+/g))]),
);

/** What a file exports to others, without its types. */
function exportsOf(path: string): readonly string[] {
  const found = readFileSync(path, "utf8").matchAll(/^export (?:async )?(?:function|const|class) ([\w$]+)/gm);
  return [...found].map(([, name = ""]) => name);
}

test("whatever is exported is named in another file", () => {
  const dead = files
    .filter((path) => !/^(?:tests|bench)\b/.test(path))
    .flatMap((path) =>
      exportsOf(path)
        .filter((name) => ![...namesOf].some(([other, names]) => other !== path && names.has(name)))
        .map((name) => `${path}: ${name}`),
    );
  expect(dead).toEqual([]);
});
