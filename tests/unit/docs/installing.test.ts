import { expect, test } from "@jest/globals";
import { codeBlocks, read, table } from "../../support/docs/documents.ts";
import { choosers } from "../../support/docs/registry-page.ts";
import { blocksByHeading } from "../../support/docs/shell-blocks.ts";

const page = "docs/installing.md";
const runner = "tests/engine/installing.test.ts";

/** The test that runs the commands under each heading. A new command on the page fails until it is run somewhere. */
const tested: Readonly<Record<string, string>> = {
  "Ahead of time": runner,
  "`pulumi package add`": runner,
  "Without a program": runner,
  Mirrors: runner,
  "From a clone": runner,
};

test("every command of the page is run by a test, which takes it from the page", () => {
  expect([...blocksByHeading(page, "sh").keys()]).toEqual(Object.keys(tested));
  for (const [heading, file] of Object.entries(tested))
    expect(read(file)).toContain(`blockUnder(page, ${JSON.stringify(heading)})`);
});

test.each(["README.md", "README.zh-CN.md"])("the call without a program in %s is the page's", (readme) => {
  const [call] = codeBlocks(readme, "sh").filter((block) => block.startsWith("pulumi do "));
  expect(blocksByHeading(page, "sh").get("Without a program")?.join("")).toContain(call);
});

test("the programs of the page are the examples, to the letter", () => {
  for (const [language, file] of [
    ["ts", "typescript/index.ts"],
    ["python", "python/main.py"],
    ["go", "go/main.go"],
  ] as const)
    expect(codeBlocks(page, language)).toEqual([read(`examples/automation/${file}`)]);
});

const installation = choosers(read("docs/installation-configuration.md"))[0]?.shown;
const landing = choosers(read("docs/_index.md"))[0]?.shown;

test("the table of SDKs installs and imports each as the pages of the registry do", () => {
  const rows = table(page, "SDKs");
  const languages = ["typescript", "python", "go", "csharp", "java", "yaml"];
  expect(rows).toHaveLength(languages.length);
  for (const [at, language] of languages.entries()) {
    const [, add = "", use = ""] = rows[at] ?? [];
    if (language === "java") {
      const [group, artifact, version] = (/`([\w.-]+:[\w-]+:[\d.]+)`/.exec(add)?.[1] ?? "").split(":");
      for (const part of [`<groupId>${group}<`, `<artifactId>${artifact}<`, `<version>${version}<`])
        expect(installation?.get("java")).toContain(part);
    } else if (language !== "yaml") expect(`${add.replaceAll("`", "")}\n`).toBe(installation?.get(language));
    const imported = use.replaceAll("`", "").replace(/^import "/, '"');
    expect(landing?.get(language)).toContain(imported);
  }
});
