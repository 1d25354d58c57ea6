import { readdirSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { codeWords, read, table } from "../../support/docs/documents.ts";

const sections = [
  ["docs/errors.md", "From a clone"],
  ["docs/errors.zh-CN.md", "从仓库运行"],
] as const;

/** What the starter and the tools that get the engine can say, with every value as `…`. */
const said = [
  "tools/start.cjs",
  "tools/engine.ts",
  ...readdirSync("tools/engine")
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `tools/engine/${name}`),
]
  .map((path) => read(path).replaceAll("\\`", "`"))
  .join("\n");

/** Texts of the first column that are output of ours. */
function quoted(page: string, heading: string): string[] {
  return table(page, heading).flatMap(([first = ""]) =>
    codeWords(first).filter((text) => text.includes(" ")),
  );
}

test("both pages quote the same texts", () => {
  const [english = [], chinese = []] = sections.map(([page, heading]) => quoted(page, heading));
  expect(english.length).toBeGreaterThan(10);
  expect(chinese).toEqual(english);
});

test.each(sections)("%s quotes only what the starter and the tools say", (page, heading) => {
  const unsaid = quoted(page, heading).flatMap((text) =>
    text
      .replace(/^error: /, "")
      // Values and numbers, and where a sentence is put together from parts.
      .split(/…|\d+\.\d+|\band\b|[():]/)
      .map((part) => part.trim())
      .filter((part) => !said.includes(part)),
  );
  expect(unsaid).toEqual([]);
});

/** Sentences of the starter, the ends of a line that it prints. */
const sentences = [
  ...read("tools/start.cjs").matchAll(/return "([^":`]+):|return `(?:\$\{[^}]+\})?([^$`]{12,}?)[$(:]/g),
]
  .map(([, plain, built]) => (plain ?? built ?? "").trim())
  .filter((text) => text.includes(" "));

test.each(sections)("%s has a row for each sentence of the starter", (page, heading) => {
  expect(sentences).toEqual([
    "; npm has none for musl",
    "; npm has none for",
    "the packages of this repository are not installed",
    "not installed",
    "native parts of packages are missing",
  ]);
  const texts = quoted(page, heading).join("\n");
  expect(sentences.filter((sentence) => !texts.includes(sentence))).toEqual([]);
});

test.each(sections)("%s names every variable that chooses the engine", (page, heading) => {
  const variables = [
    ...new Set([...said.matchAll(/env\["(COMPSHARE_\w+)"\]/g)].map(([, name = ""]) => name)),
  ];
  expect(variables.toSorted()).toEqual(["COMPSHARE_ENGINE", "COMPSHARE_ENGINE_MIRROR"]);
  const named = table(page, heading).flatMap(([first = ""]) => codeWords(first));
  expect(named).toEqual(expect.arrayContaining(variables));
});

const pins: { readonly sha256: object } = JSON.parse(read("tools/engine/releases.json"));

test.each([
  ["README.md", "Pulumi's own release is not downloaded yet"],
  ["README.zh-CN.md", "目前还不会下载 Pulumi 的正式发布版"],
  ["CONTRIBUTING.md", "has no SHA-256 sums, as today"],
])("%s says that no release is downloaded exactly as long as no sum is pinned", (page, sentence) => {
  expect(read(page).includes(sentence)).toBe(Object.keys(pins.sha256).length === 0);
});
