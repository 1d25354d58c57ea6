import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { tokenName, tokenOf } from "../../../provider/contract/tokens.ts";

test("a token is the package's prefix and a name, and of a token of another package there is no name", () => {
  expect(tokenOf("ImagePin")).toBe("compshare:index:ImagePin");
  expect(tokenName("compshare:index:ImagePin")).toBe("ImagePin");
  expect(tokenName("random:index:ImagePin")).toBeUndefined();
});

test("no code but the tests writes the prefix of a token by itself", () => {
  const folders = ["provider", "cli", "mocks", "simulator", "tools", "bench"];
  const files = execFileSync("git", ["ls-files", "-z", ...folders], { encoding: "utf8" })
    .split("\0")
    .filter((path) => path.endsWith(".ts") && existsSync(path));
  expect(files.length).toBeGreaterThan(300);
  expect(files.filter((path) => readFileSync(path, "utf8").includes("compshare:index:"))).toEqual([]);
});
