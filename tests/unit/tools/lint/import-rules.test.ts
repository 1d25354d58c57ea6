import { readdir } from "node:fs/promises";
import { beforeAll, expect, test } from "@jest/globals";
import { folders, ranks } from "../../../../tools/lint/rooms.ts";
import { lines } from "../../../support/lint/lines.ts";
import { lint } from "../../../support/lint/run-lint.ts";

/** What lint says about who uses what, by file and line. */
const said = new Map<string, string[]>();
const inCycles: string[] = [];

beforeAll(async () => {
  const files = Map.groupBy(lines, ([name]) => name);
  const written = [...files].map(([file, own]) => [file, own.map(([, code]) => code).join("\n")] as const);
  for (const { code, message, help, filename, labels } of await lint(new Map(written))) {
    if (code === "import(no-cycle)") inCycles.push(filename);
    if (!code.includes("no-restricted-")) continue;
    const where = `${filename}:${labels[0]?.span.line}`;
    said.set(where, [...(said.get(where) ?? []), `${message} ${help}`]);
  }
});

test.each(lines.map(([file, code, rule]) => ({ file, code, rule, verdict: rule ?? "(nothing)" })))(
  "lint says about $code in $file: $verdict",
  ({ file, code, rule }) => {
    const line = 1 + lines.filter(([name]) => name === file).findIndex((each) => each[1] === code);
    expect(said.get(`${file}:${line}`) ?? []).toEqual(
      rule === undefined ? [] : [expect.stringContaining(rule)],
    );
  },
);

test("lint sees files that import only types of each other", () => {
  expect(inCycles).toEqual(
    expect.arrayContaining(["provider/listings/one.ts", "provider/listings/other.ts"]),
  );
});

async function foldersIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

test("every room of provider/ has a rank, and every rank has its room", async () => {
  expect(ranks.flat().toSorted()).toEqual((await foldersIn("provider")).toSorted());
});

test("every folder with code in it has its rule", async () => {
  const without = ["node_modules", "dist", "docs", "coverage", "provider"];
  const found = (await foldersIn(".")).filter((name) => !name.startsWith(".") && !without.includes(name));
  expect(Object.keys(folders)).toEqual(expect.arrayContaining(found));
});
