import { globSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { pages, prose } from "../../support/docs/documents.ts";

/** Words that were translated rather than said, and what the field says for each. */
const words: readonly (readonly [RegExp, string])[] = [
  [/\b(try|tries|tried|ask|asked|asks) (it |them )?again\b/gi, "retry"],
  [/\bremarks?\b/gi, "warning"],
  [/\bunsettled\b/gi, "changed during the read"],
  [/\b(are|is) alike\b/gi, "case-insensitive, or the same"],
  [/\bsays? nothing of it\b/gi, "does not specify it"],
  [/\bsorted out by the server\b|\bnarrow(s|ed|ing)\b/gi, "server-side filters"],
  [/\brepeats\b(?! pages)|\brepetitions?\b/gi, "retries"],
  [/\banswers? of (the gateway|a call|CompShare)\b/gi, "response or result"],
  [/\basks? nobody\b/gi, "makes no network requests"],
  [/\bhow hard (it|something) (is|was) tried\b/gi, "attempts and time"],
  [/\b(has|have) not got\b/gi, "does not contain"],
  [/\bbelongs? into\b/gi, "commit it to, or put it into"],
  [/\btexts? that means?\b/gi, "code that refers to"],
];

const english = pages.filter((page) => !page.endsWith(".zh-CN.md"));

/** What people read first of the package: programs with their comments, and the recipes for CI. */
const examples = globSync("examples/**/*.{ts,py,go,yml,yaml}", {
  exclude: (path) => path.includes("node_modules"),
});

test.each([...english, ...examples])("%s says what it means in the words of the field", (page) => {
  const text = prose(page).replace(/`[^`\n]*`/g, "");
  const found = words.flatMap(([said, better]) =>
    [...text.matchAll(said)].map(([word]) => `${word}: ${better}`),
  );
  expect(found).toEqual([]);
});
