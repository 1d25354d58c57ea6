import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, dirname, extname } from "node:path";
import { expect, test } from "@jest/globals";

function filesIn(...folders: readonly string[]): readonly string[] {
  const listed = execFileSync("git", ["ls-files", "-z", ...folders], { encoding: "utf8" });
  return listed.split("\0").filter((path) => /\.c?[jt]s$/.test(path) && existsSync(path));
}

/** The folder of a source as tests/unit/ has it: rooms of the plugin stand there without `provider/`. */
function folderOf(source: string): string {
  return `tests/unit/${dirname(source).replace(/^provider\//, "")}`;
}

test("a unit test with the name of a source lies in that source's folder", () => {
  const sources = filesIn("provider", "cli", "mocks", "simulator", "tools", "bench");
  // Tests of the documents are named by pages.
  const tests = filesIn("tests/unit").filter((path) => !path.startsWith("tests/unit/docs/"));
  const folders = Map.groupBy(sources, (source) => basename(source, extname(source)));
  const named = tests.flatMap((path) => {
    const namesakes = folders.get(basename(path, ".test.ts"));
    return namesakes === undefined ? [] : [{ path, among: namesakes.map(folderOf) }];
  });
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter(({ path, among }) => !among.includes(dirname(path)))).toEqual([]);
});
