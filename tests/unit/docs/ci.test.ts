import { expect, test } from "@jest/globals";
import { codeWords, read } from "../../support/docs/documents.ts";

/** Rows of the table of recipes whose file is a workflow of GitHub. */
function recipes(page: string): { readonly file: string; readonly needs: string }[] {
  const rows = [...read(page).matchAll(/^\|.*\]\(\.\.\/(examples\/ci\/[\w-]+\.yml)\)[^|]*\|(.*)\|$/gm)];
  return rows
    .map(([, file = "", needs = ""]) => ({ file, needs }))
    .filter(({ file }) => !file.endsWith("gitlab.yml"));
}

/** What a workflow may write. */
function writes(file: string): string[] {
  return [...read(file).matchAll(/^ +([\w-]+: write)$/gm)].map(([, permission = ""]) => permission);
}

test.each(["docs/ci.md", "docs/ci.zh-CN.md"])(
  "%s names every permission to write of every recipe",
  (page) => {
    const shown = recipes(page);
    expect(shown).toHaveLength(5);
    const named = shown.map(({ file, needs }) => [
      file,
      codeWords(needs).filter((word) => word.endsWith(": write")),
    ]);
    expect(named).toEqual(shown.map(({ file }) => [file, writes(file)]));
  },
);
