import { expect, test } from "@jest/globals";
import { originOfVersion, type VersionedImage } from "../../../provider/lookup/versions/image-version.ts";
import { isInRange } from "../../../provider/lookup/versions/range.ts";
import { readRange } from "../../../provider/lookup/versions/read-range.ts";
import { readVersion } from "../../../provider/lookup/versions/read-version.ts";
import { codeWords, read } from "../../support/docs/documents.ts";

/** Cells of the table under a heading; a cell may hold `\|`. */
function rows(page: string, heading: string): string[][] {
  const [, section = ""] = read(page).split(`\n## ${heading}\n`);
  const [own = ""] = section.split(/^## /m);
  const lines = own.split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll("\\|", "|")),
  );
}

const code = (cell: string | undefined): string => codeWords(cell ?? "")[0] ?? "";

/** A row of names: what the image has, and what is read of it and where. */
interface Name {
  readonly image: VersionedImage;
  readonly version: string;
  readonly origin: string;
}

function namesOf(page: string, heading: string): Name[] {
  return rows(page, heading).map((cells) => {
    const [name = "", versionName = "", more = "", version = "", origin = ""] = cells.map(code);
    const [framework = "", frameworkVersion = ""] = more.split(" ");
    const image = {
      name,
      ...(versionName === "" ? {} : { versionName }),
      ...(more === "System" ? { imageType: more } : {}),
      ...(frameworkVersion === "" ? {} : { framework, frameworkVersion }),
    };
    return { image, version, origin };
  });
}

/** A row of ranges: versions that lie in it, and some that do not. */
interface RangeRow {
  readonly range: string;
  readonly holds: readonly string[];
  readonly misses: readonly string[];
}

function rangesOf(page: string, heading: string): RangeRow[] {
  return rows(page, heading).map(([range, , holds = "", misses = ""]) => ({
    range: code(range),
    holds: codeWords(holds),
    misses: codeWords(misses),
  }));
}

const pages = [
  ["docs/versions.md", "Names", "Ranges"],
  ["docs/versions.zh-CN.md", "名称", "范围"],
] as const;

const names = pages.flatMap(([page, heading]) =>
  namesOf(page, heading).map((row) => ({ ...row, page, text: JSON.stringify(row.image) })),
);

test.each(names)("$page reads $text as the reader does", ({ image, version, origin }) => {
  const found = originOfVersion(image);
  expect([found?.version.text ?? "", found?.origin ?? ""]).toEqual([version, origin]);
});

const ranges = pages.flatMap(([page, , heading]) => rangesOf(page, heading).map((row) => ({ ...row, page })));

test.each(ranges)("$page says of $range what it holds", ({ range, holds, misses }) => {
  const readable = readRange(range);
  if (readable === undefined) throw new Error(`${range} is no range`);
  const isIn = (version: string): boolean => isInRange(readVersion(version), readable);
  expect([holds.length > 0, misses.length > 0]).toEqual([true, true]);
  expect(holds.filter((version) => !isIn(version))).toEqual([]);
  expect(misses.filter((version) => readVersion(version) === undefined || isIn(version))).toEqual([]);
});

test("both pages have the same rows, sixty names or more", () => {
  const [english, chinese] = pages.map(([page, heading]) => namesOf(page, heading));
  expect(english?.length).toBeGreaterThanOrEqual(60);
  expect(chinese).toEqual(english);
  const [englishRanges, chineseRanges] = pages.map(([page, , heading]) => rangesOf(page, heading));
  expect(englishRanges?.length).toBeGreaterThanOrEqual(20);
  expect(chineseRanges).toEqual(englishRanges);
});

const ruleHeadings = [
  ["docs/versions.md", "The rule"],
  ["docs/versions.zh-CN.md", "规则"],
] as const;

test.each(ruleHeadings)("every word that %s names says what the page says", (page, heading) => {
  const [early = [], chinese = [], dev = [], late = []] = rows(page, heading).map((cells) =>
    codeWords(cells[1] ?? "").filter((word) => !word.includes("1.0") && word !== "版"),
  );
  const words = [...early, ...chinese, ...dev, ...late];
  expect(words.length).toBeGreaterThan(35);
  const stages = words.map((word) => {
    const version = readVersion(`1.0${word}`);
    const stage = version?.pre !== undefined ? "pre" : version?.dev !== undefined ? "dev" : "post";
    return version?.text === "1.0.0" ? [word, "release"] : [word, stage];
  });
  expect(stages).toEqual([
    ...[...early, ...chinese].map((word) => [word, "pre"]),
    ...dev.map((word) => [word, "dev"]),
    ...late.map((word) => [word, "post"]),
  ]);
});
