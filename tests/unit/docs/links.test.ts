import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import { codeWords, headings, pages, prose, read } from "../../support/docs/documents.ts";

/** Anchor of a heading, as GitHub makes it. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");
}

test.each(pages)("every relative link of %s leads somewhere", (page) => {
  const links = [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  const broken = links
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [path = "", fragment] = link.split("#");
      const target = path === "" ? page : join(dirname(page), path);
      if (!existsSync(target)) return true;
      return fragment !== undefined && !headings(target).map(anchor).includes(decodeURIComponent(fragment));
    });
  expect(broken).toEqual([]);
});

test.each(pages)("every file and folder that %s names exists", (page) => {
  const paths = codeWords(prose(page)).filter((word) =>
    /^(provider|cli|mocks|simulator|tools|tests|bench|docs|examples|sdk)\/[\w./-]*$/.test(word),
  );
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

test.each(pages)("every npm script that %s names exists", (page) => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read("package.json"));
  const named = [...read(page).matchAll(/\bnpm run (?:--\S+ )?(\w+)/g)].map(([, script = ""]) => script);
  expect(named.filter((script) => !(script in scripts))).toEqual([]);
});
