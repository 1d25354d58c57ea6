import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every page of the documentation, generated ones too, by its path in the repository. */
export const pages: readonly string[] = [
  "README.md",
  "README.zh-CN.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => join("docs", path).replaceAll("\\", "/"))
    .sort(),
];

/** Text of a file, by its path in the repository. */
export function read(path: string): string {
  return readFileSync(path, "utf8");
}

/** A page without its blocks of code, where a line may look like a heading or a link. */
export function prose(path: string): string {
  return read(path).replace(/^```[\s\S]*?^```$/gm, "");
}

/** Blocks of code in one language. */
export function codeBlocks(path: string, language: string): string[] {
  const block = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm");
  return [...read(path).matchAll(block)].map(([, code = ""]) => code);
}

/** Headings of a page. */
export function headings(path: string): string[] {
  return [...prose(path).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => heading);
}

/** Rows of the table under a heading, cell by cell, without the header. */
export function table(path: string, heading: string): string[][] {
  const [, section = ""] = prose(path).split(`\n## ${heading}\n`);
  const [own = ""] = section.split(/^## /m);
  const lines = own.split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) => {
    return line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
  });
}

/** What stands in code in a cell or a text. */
export function codeWords(text: string): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, word = ""]) => word);
}
