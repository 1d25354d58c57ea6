import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";

/** Text of a tracked file; carriage returns only count inside of a line, since Apache publishes its license with CRLF. */
const textOf = (path: string): string => readFileSync(path, "utf8").replaceAll("\r\n", "\n");

test("no tracked text file holds a control character, which git takes for binary and no reader sees", () => {
  const paths = execFileSync("git", ["ls-files", "-z"], { encoding: "utf8" })
    .split("\0")
    .filter((path) => path !== "" && !path.endsWith(".png") && existsSync(path));
  expect(paths.length).toBeGreaterThan(1_000);
  const found = paths.flatMap((path) =>
    textOf(path)
      .split("\n")
      .flatMap((line, index) => (/[^\P{Cc}\t]/u.test(line) ? [`${path}:${index + 1}`] : [])),
  );
  expect(found).toEqual([]);
});
