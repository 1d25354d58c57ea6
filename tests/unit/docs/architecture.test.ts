import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { ranks } from "../../../tools/lint/rooms.ts";
import { codeWords, read, table } from "../../support/docs/documents.ts";

const page = "docs/architecture.md";

/** Rows of the tables of the section; the second one names folders without a rank. */
const rooms = table(page, "Rooms").flatMap(([room = "", rank = ""]) =>
  /^\d+$/.test(rank) ? [{ room: codeWords(room).join(), rank: Number(rank) }] : [],
);

test("the table of rooms is lint's, rank by rank", () => {
  const expected = ranks.flatMap((names, rank) => names.map((name) => ({ room: `provider/${name}`, rank })));
  const sorted = (list: typeof rooms): string[] => list.map(({ room, rank }) => `${rank} ${room}`).toSorted();
  expect(sorted(rooms)).toEqual(sorted(expected));
});

test("every folder of provider/ is a room of the table, and CONTRIBUTING names it", () => {
  const folders = readdirSync("provider", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `provider/${name}`);
  expect(folders).toEqual(rooms.map(({ room }) => room).toSorted());
  const named = codeWords(read("CONTRIBUTING.md"));
  expect(folders.filter((folder) => !named.includes(folder))).toEqual([]);
});

test("CONTRIBUTING says what each npm script does", () => {
  const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
    read("package.json"),
  );
  const commands = table("CONTRIBUTING.md", "Commands").flatMap(([command = ""]) => codeWords(command));
  const named = commands.map((command) => /^npm (?:run )?([\w:]+)/.exec(command)?.[1]);
  expect(Object.keys(scripts).filter((script) => !named.includes(script))).toEqual([]);
});

test("CONTRIBUTING names every file that messages are written in", () => {
  const files = readdirSync("provider/messages").filter((name) => name.endsWith("-en.ts"));
  const recipe = /^- \*\*a message:\*\* .*$/m.exec(read("CONTRIBUTING.md"))?.[0] ?? "";
  const named = codeWords(recipe);
  expect(files.filter((name) => !named.includes(`provider/messages/${name}`))).toEqual([]);
});

test("the architecture names every folder of tests/, and CONTRIBUTING every level of tests", () => {
  const folders = readdirSync("tests").map((name) => `tests/${name}/`);
  const [row = []] = table(page, "Rooms").filter(([folder]) => folder === "`tests/`");
  const named = (words: readonly string[]): string[] =>
    words.filter((word) => /^tests\/\w+\/$/.test(word)).toSorted();
  expect(named(codeWords(row.join(" ")))).toEqual(folders.toSorted());
  const noLevels = ["tests/state/", "tests/support/", "tests/vectors/"];
  const levelsOfContributing = table("CONTRIBUTING.md", "Test levels").flatMap(([level = ""]) =>
    codeWords(level),
  );
  expect([...named(levelsOfContributing), ...noLevels].toSorted()).toEqual(folders.toSorted());
});

test("CONTRIBUTING begins each recipe with a file that is there", () => {
  const [, recipes = ""] = read("CONTRIBUTING.md").split("\n## If you want to add …\n");
  const rows = [...recipes.matchAll(/^- \*\*(.+?):\*\* (.*)$/gm)].filter(
    ([, what]) => what !== "a dependency",
  );
  expect(rows.length).toBeGreaterThanOrEqual(20);
  const first = rows.map(([, what, text = ""]) => [
    what,
    codeWords(text).find((word) => word.includes("/") && !word.includes("<")),
  ]);
  const missing = first.filter(([, file]) => file === undefined || !existsSync(file));
  expect(missing.filter(([what]) => what !== "an example")).toEqual([]);
});
