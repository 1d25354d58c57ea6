import { expect, test } from "@jest/globals";
import { codeWords, read, table } from "../../support/docs/documents.ts";

const manifest: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(read("package.json"));

test.each(["dependencies", "devDependencies", "optionalDependencies"])(
  "every package of %s has its reason, and no other has one",
  (group) => {
    const rows = table("docs/decisions/0006-dependencies.md", `\`${group}\``);
    const named = rows.flatMap(([packages = ""]) => codeWords(packages));
    expect(named.toSorted()).toEqual(Object.keys(manifest[group] ?? {}).toSorted());
    expect(rows.filter(([, reason]) => reason === "")).toEqual([]);
  },
);
