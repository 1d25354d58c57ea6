import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { codeBlocks, codeWords, prose, read } from "../../support/docs/documents.ts";

const chinesePages = ["README.zh-CN.md", ...pagesOf("docs")].filter((page) => page.endsWith(".zh-CN.md"));

function pagesOf(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => `${folder}/${name}`)
    .sort();
}

const english = (page: string): string => page.replace(".zh-CN.md", ".md");

/** Pages that a user of the package reads. */
const forUsers = ["choosing", "configuration", "errors", "pinning", "selecting", "simulator", "versions"];

test("every page for users is there in Chinese, and every Chinese page in English", () => {
  expect(chinesePages).toEqual(
    expect.arrayContaining(["README.zh-CN.md", ...forUsers.map((name) => `docs/${name}.zh-CN.md`)]),
  );
  expect(chinesePages.filter((page) => !existsSync(english(page)))).toEqual([]);
});

/** Levels of the headings of a page, in order. */
function levels(page: string): number[] {
  return [...prose(page).matchAll(/^(#+) /gm)].map(([, marks = ""]) => marks.length);
}

test.each(chinesePages)("%s has the headings of the English page", (page) => {
  expect(levels(page)).toEqual(levels(english(page)));
});

/** Languages of the blocks of code of a page, in order. */
function languages(page: string): (string | undefined)[] {
  return [...read(page).matchAll(/^```(\w+)$/gm)].map(([, language]) => language);
}

test.each(chinesePages)("%s shows the programs, commands and output of the English page", (page) => {
  expect(languages(page)).toEqual(languages(english(page)));
  for (const language of new Set(languages(page)))
    expect(codeBlocks(page, language ?? "")).toEqual(codeBlocks(english(page), language ?? ""));
});

/** Number of rows of each table of a page. */
function tables(page: string): number[] {
  return [...prose(page).matchAll(/(?:^\|.*\n)+/gm)].map(([rows]) => rows.split("\n").length);
}

test.each(chinesePages)("the tables of %s have as many rows as those of the English page", (page) => {
  expect(tables(page)).toEqual(tables(english(page)));
});

test.each(chinesePages)("%s links to the English page, which links back", (page) => {
  const name = (path: string): string => path.replace("docs/", "");
  expect(read(page)).toContain(`](${name(english(page))})`);
  expect(read(english(page))).toContain(`](${name(page)})`);
});

test.each(chinesePages)("%s links to Chinese pages where there are some", (page) => {
  const links = [...prose(page).matchAll(/\]\((?:docs\/)?([\w-]+)\.md(?:#[^)]*)?\)/g)].map(
    ([, name = ""]) => name,
  );
  const translated = links.filter(
    (name) => existsSync(`docs/${name}.zh-CN.md`) && `docs/${name}.md` !== english(page),
  );
  expect(translated).toEqual([]);
});

test.each(chinesePages)(
  "%s uses full-width punctuation between Chinese characters, and 发布者 for the publisher",
  (page) => {
    const text = prose(page).replace(/`[^`\n]*`/g, "");
    expect([...text.matchAll(/\p{Script=Han}[,;:!?]\p{Script=Han}/gu)].map(([found]) => found)).toEqual([]);
    expect(text).not.toContain("作者");
    expect(codeWords(prose(page)).length).toBeGreaterThan(0);
  },
);
