import { expect, test } from "@jest/globals";
import { prose } from "../../support/docs/documents.ts";

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
];

const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "docs/choosing.md",
  "docs/configuration.md",
  "docs/_index.md",
  "docs/errors.md",
  "docs/installation-configuration.md",
  "docs/installing.md",
  "docs/pinning.md",
  "docs/selecting.md",
  "docs/versions.md",
];

test.each(pages)("%s says what it means in the words of the field", (page) => {
  const text = prose(page).replace(/`[^`\n]*`/g, "");
  const found = words.flatMap(([said, better]) =>
    [...text.matchAll(said)].map(([word]) => `${word}: ${better}`),
  );
  expect(found).toEqual([]);
});
