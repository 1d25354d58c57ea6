import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { folders, ranks } from "../../../tools/lint/rooms.ts";
import { lines } from "../../support/lint/lines.ts";

interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly help: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

let root: string;
/** What lint says about who uses what, by file and line. */
const said = new Map<string, string[]>();
const inCycles: string[] = [];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "compshare-lint-"));
  const config = pathToFileURL(resolve("oxlint.config.ts")).href;
  await writeFile(join(root, "oxlint.config.ts"), `export { default } from ${JSON.stringify(config)};`);
  for (const [file, own] of Map.groupBy(lines, ([name]) => name)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), own.map(([, code]) => code).join("\n"));
  }
  const oxlint = resolve("node_modules/oxlint/bin/oxlint");
  const output = await new Promise<string>((done) => {
    execFile(process.execPath, [oxlint, "-f", "json"], { cwd: root, maxBuffer: 1e8 }, (_, stdout) =>
      done(stdout),
    );
  });
  const { diagnostics }: { diagnostics: readonly Diagnostic[] } = JSON.parse(output);
  for (const { code, message, help, filename, labels } of diagnostics) {
    if (code === "import(no-cycle)") inCycles.push(filename);
    if (!code.includes("no-restricted-")) continue;
    const where = `${filename}:${labels[0]?.span.line}`;
    said.set(where, [...(said.get(where) ?? []), `${message} ${help}`]);
  }
});

afterAll(() => rm(root, { recursive: true }));

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
