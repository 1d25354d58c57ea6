import { existsSync, globSync, readdirSync } from "node:fs";
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
const forUsers = [
  "choosing",
  "cli",
  "configuration",
  "errors",
  "installing",
  "pinning",
  "selecting",
  "simulator",
  "versions",
];

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

/** Pages that show output as the command line says it in their own language. */
const outputOfTheirOwn = ["docs/ci.zh-CN.md"];

/** Languages of the blocks of code of a page, in order; without those that may differ. */
function languages(page: string, chinese: string): string[] {
  return [...read(page).matchAll(/^```(\w+)$/gm)]
    .map(([, language = ""]) => language)
    .filter((language) => language !== "text" || !outputOfTheirOwn.includes(chinese));
}

/** Pages whose blocks of this language are run in the page's own language, by tests/cli/docs.test.ts. */
const shownInChinese = new Map([["docs/cli.zh-CN.md", "console"]]);

test.each(chinesePages)("%s shows the programs, commands and output of the English page", (page) => {
  const shown = languages(page, page);
  expect(shown).toEqual(languages(english(page), page));
  // A comment beside a command may be in Chinese.
  const blocks = (path: string, language: string): string[] =>
    codeBlocks(path, language).map((block) =>
      language === "sh" ? block.replaceAll(/ +# .*$/gm, "") : block,
    );
  for (const language of new Set(shown))
    if (shownInChinese.get(page) !== language)
      expect(blocks(page, language)).toEqual(blocks(english(page), language));
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
    // The author of a comment on a forge is one; that of an image is its publisher.
    expect(text.replaceAll("同一作者的评论", "")).not.toContain("作者");
    expect(codeWords(prose(page)).length).toBeGreaterThan(0);
  },
);

/** One word for one thing: what was also said for it, and what is said. */
const oneWord: readonly (readonly [RegExp, string])[] = [
  [/(?<!镜像|主|工作|临时|根)目录(?!文件)/gu, "镜像目录 for the catalogue, 文件夹 for a folder"],
  [/你/gu, "您"],
  [/pull request(?!s)/giu, "合并请求"],
  [/固定项/gu, "ImagePin, or the image"],
  [/优云智算/gu, "算力共享平台"],
  [/敏感值|机密值|是 secret|为 secret/gu, "机密"],
  [/(?<![\w.`(])Provider(?! ?\()/gu, "provider"],
  [/不晚于(固定|本次固定)/gu, "不晚于 … 选定镜像的时间"],
];

function otherWords(text: string): string[] {
  return oneWord.flatMap(([said, word]) => [...text.matchAll(said)].map(([found]) => `${found}: ${word}`));
}

test.each(chinesePages)("%s has one word for one thing", (page) => {
  const quoted = /`[^`\n]*`|“Allow GitHub Actions[^”]*”/g;
  expect(otherWords(prose(page).replace(quoted, ""))).toEqual([]);
});

test("what the command line and the plugin say in Chinese has the words of the pages", () => {
  const files = globSync("{cli,provider}/**/*.ts");
  const lines = files.flatMap((file) =>
    read(file)
      .split("\n")
      .filter((line) => /\p{Script=Han}/u.test(line))
      .map((line) => ({ file, line })),
  );
  expect(lines.length).toBeGreaterThan(300);
  expect(lines.flatMap(({ file, line }) => otherWords(line).map((found) => `${file}: ${found}`))).toEqual([]);
});
